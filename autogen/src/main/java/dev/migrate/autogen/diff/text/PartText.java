package dev.migrate.autogen.diff.text;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
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
        return (index.isUnique() ? "unique index " : "index ") + index.name() + " on " + index.table()
                + index.keys().stream().map(IndexKey::text).collect(Collectors.joining(", ", " (", ")"));
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
            return "check" + name + " on " + table + ": "
                    + check.expression().sql().strip().replaceAll("\\s+", " ");
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
