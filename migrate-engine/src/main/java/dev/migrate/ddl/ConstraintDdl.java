package dev.migrate.ddl;

import dev.migrate.MigrateException;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constraints as SQL: what stands in {@code CREATE TABLE} and behind {@code ADD} alike. */
final class ConstraintDdl implements Constraint.Visitor<String> {

    private final ServerVersion version;

    ConstraintDdl(ServerVersion version) {
        this.version = version;
    }

    /** {@code CONSTRAINT name PRIMARY KEY (id)}. */
    String definition(Constraint constraint) {
        String name = constraint.name();
        return (name == null ? "" : "CONSTRAINT " + SqlIdentifiers.quote(name) + " ") + constraint.accept(this);
    }

    Statement add(QualifiedName table, Constraint constraint) {
        return alter(table, "ADD " + definition(constraint));
    }

    Statement drop(DropConstraint drop) {
        QualifiedName table = drop.table();
        String name = drop.constraint().name();
        if (name == null) {
            throw new MigrateException("The constraint " + drop.constraint().accept(this) + " of " + table
                    + " cannot be dropped without its name. PostgreSQL chose one when it was added: see \\d "
                    + SqlIdentifiers.quote(table) + ", and give it to the constraint.");
        }
        return drop(table, name, drop.ifExists(), false);
    }

    static Statement drop(QualifiedName table, String name, boolean ifExists, boolean cascade) {
        return alter(
                table,
                "DROP CONSTRAINT " + Clause.ifExists(ifExists) + SqlIdentifiers.quote(name) + Clause.dropTail(cascade));
    }

    static Statement addUsingIndex(AddConstraintUsingIndex add) {
        return alter(
                add.table(),
                "ADD CONSTRAINT " + SqlIdentifiers.quote(add.constraint())
                        + (add.primary() ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX "
                        + SqlIdentifiers.quote(add.index()) + deferral(add.deferral()));
    }

    Statement addNotNull(AddNotNull add) {
        ServerFeature.NAMED_NOT_NULL.require(
                version,
                "column " + add.table() + "." + add.column(),
                "Add the check (" + SqlIdentifiers.quote(add.column())
                        + " IS NOT NULL) with notValid(), validate it, and then alter the column to notNull().");
        return alter(
                add.table(),
                "ADD CONSTRAINT " + SqlIdentifiers.quote(add.constraint()) + " NOT NULL "
                        + SqlIdentifiers.quote(add.column()) + Clause.when(!add.valid(), " NOT VALID"));
    }

    /** Refuses what a partitioned table of that version can't have, though others can. */
    static void requirePartitioned(ServerVersion version, QualifiedName table, Constraint constraint) {
        if (constraint instanceof ForeignKey key && key.validity() == Validity.NOT_VALID) {
            ServerFeature.PARTITIONED_NOT_VALID.require(
                    version,
                    where(key) + " of " + table,
                    "Add it to each of the partitions first, validate it there, and then add it to the table without"
                            + " notValid().");
        }
        if (constraint instanceof Exclusion exclusion) {
            ServerFeature.PARTITIONED_EXCLUSION.require(
                    version, exclusion.name() + " of " + table, "Give it to each of the partitions.");
        }
    }

    static Statement rename(RenameConstraint rename) {
        return alter(
                rename.table(),
                "RENAME CONSTRAINT " + SqlIdentifiers.quote(rename.constraint()) + " TO "
                        + SqlIdentifiers.quote(rename.newName()));
    }

    static Statement validate(ValidateConstraint validate) {
        return alter(validate.table(), "VALIDATE CONSTRAINT " + SqlIdentifiers.quote(validate.constraint()));
    }

    static Statement alter(QualifiedName table, String action) {
        return Statement.of("ALTER TABLE " + SqlIdentifiers.quote(table) + " " + action);
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY " + columns(key, key.columns(), key.isWithoutOverlaps()) + Clause.include(key.include())
                + deferral(key.deferral());
    }

    private String columns(Constraint key, List<String> columns, boolean withoutOverlaps) {
        if (!withoutOverlaps) {
            return Clause.columns(columns);
        }
        ServerFeature.WITHOUT_OVERLAPS.require(
                version, "constraint " + key.name() + " on " + columns, "Use an exclusion constraint with && instead.");
        return "(" + SqlIdentifiers.quoteAll(columns) + " WITHOUT OVERLAPS)";
    }

    @Override
    public String unique(Unique unique) {
        if (unique.nullsCollide()) {
            ServerFeature.NULLS_NOT_DISTINCT.require(
                    version,
                    "unique constraint " + unique.name() + " on " + unique.columns(),
                    "Use a unique index on coalesce(column, …) instead.");
        }
        return "UNIQUE " + Clause.when(unique.nullsCollide(), "NULLS NOT DISTINCT ")
                + columns(unique, unique.columns(), unique.isWithoutOverlaps())
                + Clause.include(unique.include()) + deferral(unique.deferral());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return "FOREIGN KEY " + columns(key, key.columns()) + " " + references(key);
    }

    /** {@code (id, PERIOD during)}. */
    private String columns(ForeignKey key, List<String> columns) {
        if (!key.hasPeriod()) {
            return Clause.columns(columns);
        }
        ServerFeature.PERIOD.require(
                version, where(key), "A trigger can check what the key would have; PostgreSQL had nothing else.");
        int last = columns.size() - 1;
        return "("
                + Stream.concat(
                                columns.subList(0, last).stream().map(SqlIdentifiers::quote),
                                Stream.of("PERIOD " + SqlIdentifiers.quote(columns.get(last))))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String where(ForeignKey key) {
        return "foreign key " + key.name() + " on " + key.columns();
    }

    /** A foreign key as a column's own constraint, without the column's name. */
    String inline(ForeignKey key) {
        if (key.hasPeriod()) {
            throw new MigrateException("The " + where(key) + " has a period, which a column's own key cannot have."
                    + " Add the column first, and then the key with addForeignKey.");
        }
        if (key.validity() == Validity.NOT_VALID) {
            throw new MigrateException("The foreign key " + key.name() + " on " + key.columns()
                    + " comes with its column and is NOT VALID, but no row has a value to check yet."
                    + " Leave notValid() out.");
        }
        return (key.name() == null ? "" : "CONSTRAINT " + SqlIdentifiers.quote(key.name()) + " ") + references(key);
    }

    private String references(ForeignKey key) {
        return "REFERENCES " + SqlIdentifiers.quote(key.target())
                + (key.targetColumns().isEmpty() ? "" : " " + columns(key, key.targetColumns()))
                + Clause.when(key.match() == ForeignKey.Match.FULL, " MATCH FULL")
                + Clause.when(key.onUpdate() != Action.NO_ACTION, " ON UPDATE " + words(key.onUpdate()))
                + onDelete(key) + deferral(key.deferral()) + validity(key.validity(), where(key));
    }

    private String onDelete(ForeignKey key) {
        if (!key.onDeleteColumns().isEmpty()) {
            ServerFeature.ON_DELETE_COLUMNS.require(
                    version, where(key), "Without the list, all of the key's columns are set.");
            return " ON DELETE " + words(key.onDelete()) + " " + Clause.columns(key.onDeleteColumns());
        }
        return Clause.when(key.onDelete() != Action.NO_ACTION, " ON DELETE " + words(key.onDelete()));
    }

    private static String words(Action action) {
        return action.name().replace('_', ' ');
    }

    @Override
    public String check(Check check) {
        return "CHECK (" + WrittenSql.part(check.expression()) + ")" + Clause.when(!check.inherited(), " NO INHERIT")
                + validity(check.validity(), "check " + check.name());
    }

    private String validity(Validity validity, String where) {
        return switch (validity) {
            case VALID -> "";
            case NOT_VALID -> " NOT VALID";
            case NOT_ENFORCED -> {
                ServerFeature.NOT_ENFORCED.require(
                        version, where, "Leave the constraint out: an older server checks every one that it has.");
                yield " NOT ENFORCED";
            }
        };
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        String elements = exclusion.elements().stream()
                .map(element -> IndexDdl.key(element.key()) + " WITH " + element.operator())
                .collect(Collectors.joining(", "));
        return "EXCLUDE USING " + SqlIdentifiers.quote(exclusion.method()) + " (" + elements + ")"
                + Clause.include(exclusion.include())
                + (exclusion.where() == null ? "" : " WHERE (" + WrittenSql.part(exclusion.where()) + ")")
                + deferral(exclusion.deferral());
    }

    static String deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}
