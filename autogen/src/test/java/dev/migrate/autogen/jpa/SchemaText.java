package dev.migrate.autogen.jpa;

import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.stream.Collectors;

/** A schema as text that a test can show: everything that is in it, nothing that is PostgreSQL's default. */
final class SchemaText {

    private final StringBuilder text = new StringBuilder();

    static String of(Schema schema) {
        SchemaText text = new SchemaText();
        schema.schemas().forEach(name -> text.line("schema " + name));
        schema.extensions().forEach(name -> text.line("extension " + name));
        schema.enums().forEach(type -> text.line("enum " + type.name() + " " + type.values()));
        schema.domains().forEach(text::domain);
        schema.sequences()
                .forEach(sequence -> text.line("sequence " + sequence.name() + " "
                        + sequence.options()
                                .concise()
                                .toString()
                                .replaceAll("\\w+=null,? ?|cycle=false|SequenceOptions", "")));
        schema.tables().forEach(text::table);
        schema.auxiliaryObjects().forEach(text::auxiliary);
        return text.text.toString();
    }

    private void domain(Domain domain) {
        line("domain " + domain.name() + " " + domain.type()
                + (domain.collation() == null ? "" : " collate " + domain.collation())
                + (domain.defaultExpression() == null ? "" : " default " + domain.defaultExpression())
                + (domain.nullable() ? "" : " not null"));
        domain.checks().forEach(check -> line("  " + constraint(check)));
    }

    private void table(Table table) {
        line("table " + table.name() + comment(table.comment()));
        table.columns().forEach(column -> line("  " + column(column)));
        table.constraints().forEach(constraint -> line("  " + constraint(constraint)));
        table.indexes().forEach(index -> line("  " + index(index)));
    }

    private static String column(Column column) {
        return column.name() + " " + column.type()
                + (column.collation() == null ? "" : " collate " + column.collation())
                + (column.generator() == null
                        ? ""
                        : " identity " + column.generator().mode())
                + (column.generated() == null
                        ? ""
                        : " = (" + column.generated().expression() + ") "
                                + column.generated().kind())
                + (column.defaultExpression() == null ? "" : " default " + column.defaultExpression())
                + (column.nullable() ? "" : " not null")
                + comment(column.comment());
    }

    private static String constraint(Constraint constraint) {
        return constraint.accept(new Constraint.Visitor<>() {
            @Override
            public String primaryKey(PrimaryKey key) {
                return "primary key " + key.name() + " " + key.columns();
            }

            @Override
            public String unique(Unique unique) {
                return "unique " + unique.name() + " " + unique.columns();
            }

            @Override
            public String foreignKey(ForeignKey key) {
                return "foreign key " + key.name() + " " + key.columns() + " -> " + key.target() + " "
                        + key.targetColumns()
                        + action(" on delete ", key.onDelete())
                        + (key.onDeleteColumns().isEmpty() ? "" : " " + key.onDeleteColumns())
                        + action(" on update ", key.onUpdate())
                        + (key.match() == ForeignKey.Match.SIMPLE ? "" : " match " + key.match())
                        + (key.deferral() == Deferral.NOT_DEFERRABLE ? "" : " " + key.deferral())
                        + (key.valid() ? "" : " not valid");
            }

            @Override
            public String check(Check check) {
                return "check " + check.name() + " (" + check.expression() + ")"
                        + (check.inherited() ? "" : " no inherit")
                        + (check.valid() ? "" : " not valid");
            }

            @Override
            public String exclusion(Exclusion exclusion) {
                return "exclude " + exclusion.name() + " " + exclusion.method() + " "
                        + exclusion.elements().stream()
                                .map(element -> key(element.key()) + " with " + element.operator())
                                .toList()
                        + (exclusion.where() == null
                                ? ""
                                : " where (" + exclusion.where().sql() + ")");
            }
        });
    }

    private static String action(String when, ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION ? "" : when + action;
    }

    private static String index(Index index) {
        return (index.isUnique() ? "unique index " : "index ") + index.name() + " "
                + index.keys().stream().map(SchemaText::key).toList()
                + (index.include().isEmpty() ? "" : " include " + index.include())
                + (index.nullsCollide() ? " nulls not distinct" : "")
                + (index.with().isEmpty() ? "" : " with " + index.with())
                + (index.tablespace() == null ? "" : " tablespace " + index.tablespace())
                + (index.where() == null ? "" : " where " + index.where());
    }

    private static String key(IndexKey key) {
        return key.expression().map(e -> "(" + e + ")").orElseGet(key::text)
                + (key.collation() == null ? "" : " collate " + key.collation())
                + (key.operatorClass() == null ? "" : " " + key.operatorClass())
                + (key.isDescending() ? " desc" : "")
                + (key.nullsComeFirst() == key.isDescending()
                        ? ""
                        : key.nullsComeFirst() ? " nulls first" : " nulls last");
    }

    private void auxiliary(AuxiliaryObject object) {
        line(object.identity());
        line(indented("  + ", object.create()));
        line(indented("  - ", object.drop()));
    }

    private static String indented(String prefix, String sql) {
        return List.of(sql.split("\n")).stream().collect(Collectors.joining("\n    ", prefix, ""));
    }

    private static String comment(String comment) {
        return comment == null ? "" : " -- " + comment;
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
