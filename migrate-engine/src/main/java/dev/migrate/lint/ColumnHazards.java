package dev.migrate.lint;

import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.PrecisionLoss;
import dev.migrate.operation.TableRewrite;
import dev.migrate.operation.TypeNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What changes of columns do to a table in use. */
record ColumnHazards(KnownSchema schema, ColumnTypes types, Findings findings) {

    private static final String ALL_WAIT = ": reads and writes wait until it is done (ACCESS EXCLUSIVE).";

    private static final Pattern CLOCK = Pattern.compile(
            "(?i)\\b(now|transaction_timestamp|statement_timestamp)\\s*\\(|\\b(current|local)_?(timestamp|date|time)\\b");

    void add(AddColumn add) {
        KnownTable table = schema.table(add.table());
        Column column = add.column();
        if (table.isNew() || table.isLeftAloneBy(column)) {
            return;
        }
        String name = add.table() + "." + column.name();
        Expression value = column.defaultExpression();
        if (TableRewrite.byAdding(column)) {
            findings.add(
                    Rule.ADD_COLUMN_REWRITE,
                    name,
                    "Adding " + name + ", whose value is computed for each row, rewrites " + add.table() + ALL_WAIT);
        } else if (schema.domain(column.type())
                .filter(domain -> domain.rewrites(column))
                .isPresent()) {
            findings.add(
                    Rule.ADD_COLUMN_REWRITE,
                    name,
                    "Adding " + name + ", whose domain " + column.type()
                            + " is checked or computed for each row, rewrites " + add.table() + ALL_WAIT);
        } else if (!column.nullable() && value == null && column.generated() == null) {
            findings.add(
                    Rule.NOT_NULL_WITHOUT_DEFAULT,
                    name,
                    "Adding " + name + " NOT NULL without a default fails if " + add.table() + " has a row.");
        }
        if (value != null && CLOCK.matcher(value.sql()).find()) {
            findings.add(
                    Rule.MIGRATION_TIME_AS_DEFAULT,
                    name,
                    "All rows of " + add.table() + " get the time of the migration as their " + column.name() + ".");
        }
        table.similarTo(column.name())
                .ifPresent(other -> findings.add(
                        Rule.SIMILAR_NAME,
                        name,
                        "The new column " + name + " is easily taken for " + add.table() + "." + other + "."));
    }

    void change(ChangeColumn change) {
        change.changes().forEach(one -> change(change.table(), change.from().name(), Optional.of(change.from()), one));
    }

    void alter(AlterColumn alter) {
        Optional<Column> known = schema.table(alter.table()).column(alter.column());
        alter.changes().forEach(one -> change(alter.table(), alter.column(), known, one));
    }

    private void change(QualifiedName table, String column, Optional<Column> known, ColumnChange change) {
        if (schema.table(table).isNew()) {
            return;
        }
        if (change instanceof ColumnChange.SetType type) {
            type(table, column, known, type);
        } else if (change instanceof ColumnChange.SetNullable nullable && !nullable.nullable()) {
            notNull(table, column, known);
        } else if (change instanceof ColumnChange.SetExpression) {
            setExpression(table, column, known);
        } else if (change instanceof ColumnChange.Rename rename) {
            rename(table, column, rename.newName());
        } else if (change instanceof ColumnChange.SetDefault) {
            setDefault(table, column);
        }
    }

    /** PostgreSQL doesn't remember which default was whose. */
    void setDefault(QualifiedName table, String column) {
        KnownTable known = schema.table(table);
        if (!known.isNew() && !known.isNewColumn(column) && known.hasChildren()) {
            findings.add(
                    Rule.CHILD_DEFAULTS,
                    table + "." + column,
                    "The default of " + table + "." + column + " changes in all "
                            + (known.isPartitioned() ? "partitions" : "tables that inherit it")
                            + ", also in one that has a default of its own.");
        }
    }

    /** What isn't stored is computed whenever it is read. */
    private static boolean isVirtual(Optional<Column> column) {
        return column.map(Column::generated)
                .filter(formula -> formula.kind() == Generated.Kind.VIRTUAL)
                .isPresent();
    }

    void setExpression(QualifiedName table, String column, Optional<Column> known) {
        if (!schema.table(table).isNew() && !isVirtual(known)) {
            findings.add(
                    Rule.EXPRESSION_REWRITE,
                    table + "." + column,
                    "Computing " + table + "." + column + " anew rewrites " + table + ALL_WAIT);
        }
    }

    /** @param known empty if it is not known, which counts as the worse */
    void type(QualifiedName table, String column, Optional<Column> known, ColumnChange.SetType change) {
        if (schema.table(table).isNew()) {
            return;
        }
        Type to = change.type();
        String name = table + "." + column;
        boolean computes = computes(column, change);
        precision(table, column, known, change);
        boolean rewrites = computes
                || known.map(from -> TableRewrite.byType(from.type(), to)).orElse(true);
        if (rewrites && !isVirtual(known)) {
            findings.add(
                    Rule.TYPE_CHANGE_REWRITE,
                    name,
                    "Turning " + name
                            + known.map(from -> " from " + from.type()).orElse("") + " into " + to
                            + (computes
                                    ? " USING " + change.using() + " rewrites "
                                    : known.isPresent()
                                            ? " rewrites "
                                            : ", from a type that no operation tells, may rewrite ")
                            + table + ALL_WAIT);
        } else {
            known.ifPresent(from -> unwritten(schema.table(table), name, from, change));
        }
    }

    private void precision(QualifiedName table, String column, Optional<Column> known, ColumnChange.SetType change) {
        Optional<Type> from = known.map(Column::type).or(() -> types.of(table, column));
        Type to = change.type();
        from.map(type -> PrecisionLoss.of(type, to, change.using() != null))
                .orElseGet(() -> PrecisionLoss.ofUnknown(to))
                .filter(loss -> !isVirtual(known))
                .ifPresent(loss -> findings.loses(
                        Rule.TYPE_LOSES_PRECISION,
                        table + "." + column,
                        "A value of " + table + "." + column + " " + loss + " where " + to
                                + from.map(type -> " has no room for what " + type + " holds.")
                                        .orElse(" has no room for it; its type isn't known.")));
    }

    /** What has to be looked at though no row is written. */
    private void unwritten(KnownTable table, String name, Column from, ColumnChange.SetType change) {
        boolean byCollation = !Objects.equals(from.collation(), change.collation());
        if (!byCollation && from.type().equals(change.type())) {
            return;
        }
        table.checkOn(from.name())
                .ifPresent(check -> findings.add(
                        Rule.TYPE_CHANGE_SCAN,
                        name,
                        "Another type of " + name + " has all rows checked by " + check + ALL_WAIT));
        table.indexBuiltAnew(from.name(), byCollation)
                .ifPresent(index -> findings.add(
                        Rule.TYPE_CHANGE_SCAN,
                        name,
                        "Another " + (byCollation ? "collation" : "type") + " of " + name + " builds " + index + " anew"
                                + ALL_WAIT));
    }

    /** Whether old values become new ones in another way than by being taken for the new type. */
    private static boolean computes(String column, ColumnChange.SetType change) {
        if (change.using() == null) {
            return false;
        }
        List<String> tokens = SqlScript.tokens(change.using());
        boolean isColumn = !tokens.isEmpty() && RawText.name(tokens.get(0)).equals(column);
        boolean isCast = tokens.size() > 3
                && tokens.subList(1, 3).equals(List.of(":", ":"))
                && RawColumn.type(tokens.subList(3, tokens.size())).equals(TypeNames.usual(change.type()));
        return !isColumn || (tokens.size() > 1 && !isCast);
    }

    /** A primary key's columns become NOT NULL with it. */
    void use(AddConstraintUsingIndex add) {
        if (add.primary()) {
            KnownTable table = schema.table(add.table());
            table.columnsOf(add.index()).forEach(column -> notNull(add.table(), column, table.column(column)));
        }
    }

    /** Nothing is read before a constraint that isn't valid is validated. */
    void add(AddNotNull add) {
        if (add.valid()) {
            notNull(add.table(), add.column(), schema.table(add.table()).column(add.column()));
        }
    }

    void notNull(QualifiedName table, String column, Optional<Column> known) {
        boolean promised = known.filter(one -> !one.nullable()).isPresent()
                || schema.table(table).isNeverNull(column);
        if (!schema.table(table).isNew() && !promised) {
            findings.add(
                    Rule.SET_NOT_NULL_SCAN,
                    table + "." + column,
                    "Making " + table + "." + column + " NOT NULL reads all of " + table + ALL_WAIT);
        }
    }

    void drop(QualifiedName table, String column) {
        drop(table, column, schema.table(table).column(column));
    }

    /** A generated column's values can be computed again. */
    void drop(QualifiedName table, String column, Optional<Column> of) {
        KnownTable known = schema.table(table);
        if (known.isNew() || known.isNewColumn(column)) {
            return;
        }
        String name = table + "." + column;
        if (of.map(Column::generated).isPresent()) {
            findings.add(Rule.DROP_COLUMN, name, "Whoever still uses " + name + " fails.");
        } else {
            findings.loses(
                    Rule.DROP_COLUMN, name, "The values of " + name + " are lost, and whoever still uses it fails.");
        }
    }

    void rename(QualifiedName table, String column, String newName) {
        KnownTable known = schema.table(table);
        if (!known.isNew() && !known.isNewColumn(column)) {
            findings.add(
                    Rule.RENAME_COLUMN,
                    table + "." + column,
                    "Whoever still uses " + table + "." + column + " fails once it is " + newName + ".");
        }
    }
}
