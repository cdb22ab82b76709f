package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Unique;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a constraint, an index or an expression uses one of these columns of its own table.
 *
 * @param columns the columns' names
 */
public record ColumnUse(Set<String> columns) implements Constraint.Visitor<Boolean> {

    public boolean in(Constraint constraint) {
        return constraint.accept(this);
    }

    public boolean in(Index index) {
        return index.keys().stream().anyMatch(this::inKey) || inNames(index.include()) || in(index.where());
    }

    @Override
    public Boolean primaryKey(PrimaryKey key) {
        return inNames(key.columns()) || inNames(key.include());
    }

    @Override
    public Boolean unique(Unique unique) {
        return inNames(unique.columns()) || inNames(unique.include());
    }

    @Override
    public Boolean foreignKey(ForeignKey key) {
        return inNames(key.columns());
    }

    @Override
    public Boolean check(Check check) {
        return in(check.expression());
    }

    @Override
    public Boolean exclusion(Exclusion exclusion) {
        return exclusion.elements().stream().anyMatch(element -> inKey(element.key()))
                || inNames(exclusion.include())
                || in(exclusion.where());
    }

    boolean inNames(Collection<String> names) {
        return !Collections.disjoint(columns, names);
    }

    private boolean inKey(IndexKey key) {
        return key.column()
                .map(columns::contains)
                .orElseGet(() -> in(key.expression().orElse(null)));
    }

    public boolean in(@Nullable Expression expression) {
        return expression != null
                && columns.stream().anyMatch(column -> SqlText.mentionsColumn(expression.normal(), column));
    }
}
