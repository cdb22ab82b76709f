package dev.migrate.autogen.diff.text;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An index or a constraint in the words people know. */
final class PartText {

    private PartText() {}

    /** {@code unique index ix_agents_name on agents (name)}. */
    static String of(Index index) {
        List<String> words = new ArrayList<>();
        words.add((index.isUnique() ? "unique index " : "index ") + index.name() + " on " + index.table());
        if (!index.method().equals(Index.BTREE)) {
            words.add("USING " + index.method());
        }
        words.add(index.keys().stream().map(PartText::key).collect(Collectors.joining(", ", "(", ")")));
        if (!index.include().isEmpty()) {
            words.add("INCLUDE (" + String.join(", ", index.include()) + ")");
        }
        if (index.nullsCollide()) {
            words.add("NULLS NOT DISTINCT");
        }
        if (!index.with().isEmpty()) {
            words.add(index.with().entrySet().stream()
                    .map(option -> option.getKey() + " = " + option.getValue())
                    .collect(Collectors.joining(", ", "WITH (", ")")));
        }
        if (index.tablespace() != null) {
            words.add("TABLESPACE " + index.tablespace());
        }
        if (index.where() != null) {
            words.add("WHERE " + onOneLine(index.where()));
        }
        return String.join(" ", words);
    }

    private static String key(IndexKey key) {
        List<String> words = new ArrayList<>(List.of(key.text()));
        if (key.collation() != null) {
            words.add("COLLATE " + key.collation());
        }
        if (key.operatorClass() != null) {
            words.add(key.operatorClass());
        }
        if (key.isDescending()) {
            words.add("DESC");
        }
        if (key.nullsComeFirst() != key.isDescending()) {
            words.add(key.nullsComeFirst() ? "NULLS FIRST" : "NULLS LAST");
        }
        return String.join(" ", words);
    }

    private static String onOneLine(Expression expression) {
        return expression.sql().strip().replaceAll("\\s+", " ");
    }

    /** {@code foreign key fk_agents_team on agents (team) to teams ON DELETE CASCADE}. */
    static String of(QualifiedName table, Constraint constraint) {
        String name = constraint.name() == null ? "" : " " + constraint.name();
        return constraint.accept(new ConstraintText(name, table));
    }

    private record ConstraintText(String name, QualifiedName table) implements Constraint.Visitor<String> {
        @Override
        public String primaryKey(PrimaryKey primaryKey) {
            return "primary key" + name + columns(primaryKey.columns());
        }

        @Override
        public String unique(Unique unique) {
            List<String> words = new ArrayList<>(KeyText.peculiarities(unique));
            words.add(0, "unique constraint" + name + columns(unique.columns()));
            return String.join(" ", words);
        }

        @Override
        public String foreignKey(ForeignKey foreignKey) {
            List<String> words = new ArrayList<>(KeyText.peculiarities(foreignKey));
            words.add(0, "foreign key" + name + columns(foreignKey.columns()) + " to " + foreignKey.target());
            return String.join(" ", words);
        }

        @Override
        public String check(Check check) {
            return "check" + name + " on " + table + ": " + onOneLine(check.expression());
        }

        @Override
        public String exclusion(Exclusion exclusion) {
            return "exclusion constraint" + name + " on " + table;
        }

        private String columns(List<String> columns) {
            return " on " + table + " (" + String.join(", ", columns) + ")";
        }
    }
}
