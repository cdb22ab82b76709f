package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Defaults that partitions and inheriting tables have of their own: what is done to their parent's default is done to theirs
 * (PostgreSQL manual, ALTER TABLE, Description). Each database has other partitions, so a migration can't set them again.
 */
final class ChildDefaults {

    private final ChangeColumn change;
    private final Schema before;

    ChildDefaults(ChangeColumn change, Schema before) {
        this.change = change;
        this.before = before;
    }

    /** What has to be known of a column's change; empty if no table below has a default of its own. */
    Optional<String> sentence() {
        Expression inherited = change.from().defaultExpression();
        boolean isOverwritten = change.changes().stream().anyMatch(ColumnChange.SetDefault.class::isInstance);
        boolean converts =
                TypeFamily.convertsByItself(change.from().type(), change.to().type());
        if (!isOverwritten && converts) {
            return Optional.empty();
        }
        List<QualifiedName> tables = Descendants.of(change.table(), before).stream()
                .filter(table -> !table.equals(change.table()))
                .filter(table -> column(table)
                        .filter(column -> !Objects.equals(column.defaultExpression(), inherited))
                        .isPresent())
                .toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isOverwritten
                        ? "Overwrites defaults that tables below " + change.table()
                                + " have of their own. To set them again behind it: "
                                + tables.stream().map(this::setAgain).collect(Collectors.joining(" "))
                        : "Fails while "
                                + tables.stream().map(QualifiedName::toString).collect(Collectors.joining(", "))
                                + " has a default of its own for "
                                + change.from().name() + ": drop it before, and set one of"
                                + " type " + change.to().type() + " behind it.");
    }

    private Optional<Column> column(QualifiedName table) {
        return before.table(table).flatMap(found -> found.column(change.from().name()));
    }

    private String setAgain(QualifiedName table) {
        Expression own = column(table).map(Column::defaultExpression).orElse(null);
        return "op.alterColumn(\"" + OfferedCode.inLiteral(table.toString()) + "\", alter(\""
                + OfferedCode.inLiteral(change.from().name()) + "\")"
                + (own == null ? ".dropDefault()" : ".defaultSql(\"" + OfferedCode.inLiteral(own.sql()) + "\")") + ");";
    }
}
