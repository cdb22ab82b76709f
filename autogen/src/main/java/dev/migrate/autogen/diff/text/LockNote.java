package dev.migrate.autogen.diff.text;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableRewrite;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Unique;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation makes others wait for, as long as it reads or writes all rows of a table. The moment that any {@code
 * ALTER TABLE} needs its lock is not worth a note.
 *
 * @param tables those that are locked
 * @param sentence what is locked against what, and why (PostgreSQL manual, 13.3 Explicit Locking)
 */
public record LockNote(Set<QualifiedName> tables, String sentence) {

    private static final String OLD_ENUM = "have the old enum: they read and write other constants from then on.";

    private static final String ALL_WAIT = ": reads and writes wait until it is done (ACCESS EXCLUSIVE).";

    public LockNote {
        tables = Set.copyOf(tables);
    }

    /** The note; empty if nobody waits for long, whatever the tables hold. */
    public static Optional<LockNote> of(Operation operation) {
        if (operation instanceof AddColumn add && TableRewrite.byAdding(add.column())) {
            String column = add.table() + "." + add.column().name();
            return note(
                    "Adding " + column + ", whose value is computed for each row, rewrites " + add.table() + ALL_WAIT,
                    add.table());
        }
        if (operation instanceof ChangeColumn change) {
            return ofChange(change);
        }
        if (operation instanceof CreateIndex create && !create.index().isConcurrent()) {
            QualifiedName table = create.index().table();
            return note(
                    "Building " + create.index().name() + " reads all of " + table
                            + ": writes wait until it is done (SHARE).",
                    table);
        }
        if (operation instanceof ChangeEnum change && !change.onlyAdds()) {
            return ofEnum(change);
        }
        if (operation instanceof ChangeMeanings change && !change.moved().isEmpty()) {
            return ofRows(
                    change.table(),
                    change.column(),
                    change.kind() == Kind.DISCRIMINATORS
                            ? "have the old discriminators: they can't read such rows from then on."
                            : OLD_ENUM);
        }
        if (operation instanceof RenameConstant rename) {
            return ofRows(rename.table(), rename.column(), OLD_ENUM);
        }
        return operation instanceof AddConstraint add
                ? add.constraint().accept(new OfConstraint(add.table()))
                : Optional.empty();
    }

    private static Optional<LockNote> ofChange(ChangeColumn change) {
        QualifiedName table = change.table();
        Column from = change.from();
        Column to = change.to();
        String column = table + "." + from.name();
        if (TableRewrite.byType(from.type(), to.type())) {
            return note(
                    "Turning " + column + " from " + from.type() + " into " + to.type() + " rewrites " + table
                            + ALL_WAIT,
                    table);
        }
        if (from.type().equals(to.type()) && change.using() != null) {
            return note("Converting the values of " + column + " rewrites " + table + ALL_WAIT, table);
        }
        if (!Objects.equals(from.generated(), to.generated()) && to.generated() != null) {
            return note("Computing " + column + " anew rewrites " + table + ALL_WAIT, table);
        }
        return from.nullable() && !to.nullable()
                ? note("Making " + column + " NOT NULL reads all of " + table + ALL_WAIT, table)
                : Optional.empty();
    }

    private static Optional<LockNote> ofRows(QualifiedName table, String column, String stopped) {
        return note(
                "Writing " + table + "." + column + " locks the rows that it changes until the migration commits."
                        + " Stop the instances of the application that still " + stopped,
                table);
    }

    private static Optional<LockNote> ofEnum(ChangeEnum change) {
        List<QualifiedName> tables =
                change.uses().stream().map(Use::table).distinct().sorted().toList();
        return tables.isEmpty()
                ? Optional.empty()
                : note(
                        "Replacing " + change.from().name() + " rewrites "
                                + String.join(
                                        ", ",
                                        tables.stream()
                                                .map(QualifiedName::toString)
                                                .toList())
                                + ALL_WAIT
                                + " Running instances have to reconnect then: what they have prepared knows the old type.",
                        tables.toArray(QualifiedName[]::new));
    }

    private static Optional<LockNote> note(String sentence, QualifiedName... tables) {
        return Optional.of(new LockNote(new HashSet<>(List.of(tables)), sentence));
    }

    private record OfConstraint(QualifiedName table) implements Constraint.Visitor<Optional<LockNote>> {

        @Override
        public Optional<LockNote> primaryKey(PrimaryKey key) {
            return building(key);
        }

        @Override
        public Optional<LockNote> unique(Unique unique) {
            return building(unique);
        }

        @Override
        public Optional<LockNote> exclusion(Exclusion exclusion) {
            return building(exclusion);
        }

        private Optional<LockNote> building(Constraint constraint) {
            return note("Building the index of " + constraint.name() + " reads all of " + table + ALL_WAIT, table);
        }

        @Override
        public Optional<LockNote> foreignKey(ForeignKey key) {
            return key.valid()
                    ? note(
                            "Checking " + key.name() + " reads all of " + table
                                    + ": writes to it and to " + key.target()
                                    + " wait until it is done (SHARE ROW EXCLUSIVE).",
                            table)
                    : Optional.empty();
        }

        @Override
        public Optional<LockNote> check(Check check) {
            return check.valid()
                    ? note("Checking " + check.name() + " reads all of " + table + ALL_WAIT, table)
                    : Optional.empty();
        }
    }
}
