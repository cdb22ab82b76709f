package dev.migrate.autogen;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every expression of a table, always in the same order. */
public final class TableExpressions {

    private final UnaryOperator<Expression> change;

    private TableExpressions(UnaryOperator<Expression> change) {
        this.change = change;
    }

    /** The table with each expression replaced. */
    public static Table replaced(Table table, UnaryOperator<Expression> change) {
        return new TableExpressions(change).table(table);
    }

    /** The normal forms of the table's expressions. */
    public static List<String> normals(Table table) {
        if (!hasAny(table)) {
            return List.of();
        }
        List<String> normals = new ArrayList<>();
        replaced(table, expression -> {
            normals.add(expression.normal());
            return expression;
        });
        return normals;
    }

    /** Whether there is an expression at all, which most tables of thousands don't have. */
    private static boolean hasAny(Table table) {
        for (Column column : table.columns()) {
            if (column.defaultExpression() != null || column.generated() != null) {
                return true;
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Check || constraint instanceof Exclusion) {
                return true;
            }
        }
        for (Index index : table.indexes()) {
            if (index.where() != null || hasAny(index.keys())) {
                return true;
            }
        }
        Partitioning partitioning = table.partitioning();
        return partitioning != null && hasAny(partitioning.keys());
    }

    private static boolean hasAny(List<IndexKey> keys) {
        for (IndexKey key : keys) {
            if (key.expression().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Table table(Table table) {
        Partitioning partitioning = table.partitioning();
        return table.withColumns(table.columns().stream().map(this::column).toList())
                .withConstraints(
                        table.constraints().stream().map(this::constraint).toList())
                .withIndexes(table.indexes().stream().map(this::index).toList())
                .withPartitioning(
                        partitioning == null
                                ? null
                                : new Partitioning(partitioning.strategy(), keys(partitioning.keys())));
    }

    private Column column(Column column) {
        Generated generated = column.generated();
        return column.defaultExpression(optional(column.defaultExpression()))
                .generated(
                        generated == null
                                ? null
                                : new Generated(change.apply(generated.expression()), generated.kind()));
    }

    private Constraint constraint(Constraint constraint) {
        if (constraint instanceof Check check) {
            return check.expression(change.apply(check.expression()));
        }
        return constraint instanceof Exclusion exclusion
                ? new Exclusion(
                        exclusion.name(),
                        exclusion.method(),
                        exclusion.elements().stream()
                                .map(e -> new Exclusion.Element(e.key().mapExpression(change), e.operator()))
                                .toList(),
                        exclusion.include(),
                        optional(exclusion.where()),
                        exclusion.deferral())
                : constraint;
    }

    private Index index(Index index) {
        return index.keys(keys(index.keys())).where(optional(index.where()));
    }

    private List<IndexKey> keys(List<IndexKey> keys) {
        return keys.stream().map(key -> key.mapExpression(change)).toList();
    }

    private @Nullable Expression optional(@Nullable Expression expression) {
        return expression == null ? null : change.apply(expression);
    }
}
