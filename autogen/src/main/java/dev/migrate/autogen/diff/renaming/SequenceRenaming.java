package dev.migrate.autogen.diff.renaming;

import dev.migrate.autogen.diff.comparison.Defaults;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;

/** What a schema looks like once PostgreSQL has renamed a sequence: the defaults of serial columns follow by themselves. */
public record SequenceRenaming(QualifiedName sequence, QualifiedName renamed) {

    public Schema applyTo(Schema schema) {
        return schema.withSequences(schema.sequences().stream()
                        .map(each -> each.name().equals(sequence) ? each.named(renamed) : each)
                        .toList())
                .withTables(schema.tables().stream()
                        .map(table -> table.withColumns(
                                table.columns().stream().map(this::column).toList()))
                        .toList());
    }

    private Column column(Column column) {
        Expression before = column.defaultExpression();
        return before != null && Defaults.isNextval(before)
                ? column.defaultExpression(new Expression(text(before.sql()), text(before.normal())))
                : column;
    }

    private String text(String nextval) {
        return nextval.replace("(" + literal(sequence) + "::", "(" + literal(renamed) + "::");
    }

    private static String literal(QualifiedName name) {
        return Literals.literal(SqlIdentifiers.quote(name));
    }
}
