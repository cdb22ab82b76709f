package dev.migrate.operation;

import dev.migrate.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes that lead from one definition of a column to another, in an order that PostgreSQL accepts: an identity
 * column may have no default and must be NOT NULL, and a default that has no cast to the new type stands in the way of
 * the type (PostgreSQL manual, ALTER TABLE).
 */
final class ColumnDifference {

    private final Column from;
    private final Column to;
    private final @Nullable String using;

    ColumnDifference(Column from, Column to, @Nullable String using) {
        this.from = from;
        this.to = to;
        this.using = using;
    }

    List<ColumnChange> changes() {
        boolean retyped = !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
        boolean redefaulted = !Objects.equals(from.defaultExpression(), to.defaultExpression());
        boolean defaultInTheWay = from.defaultExpression() != null
                && (to.defaultExpression() == null || (retyped && (redefaulted || using != null)));
        List<ColumnChange> changes = new ArrayList<>();
        if (from.generator() != null && to.generator() == null) {
            changes.add(new ColumnChange.DropIdentity(false));
        }
        if (from.generated() != null && to.generated() == null) {
            changes.add(new ColumnChange.DropExpression(false));
        }
        if (defaultInTheWay) {
            changes.add(new ColumnChange.SetDefault(null));
        }
        if (retyped) {
            changes.add(new ColumnChange.SetType(to.type(), to.collation(), using));
        }
        if (from.nullable() != to.nullable()) {
            changes.add(new ColumnChange.SetNullable(to.nullable()));
        }
        if (to.defaultExpression() != null && (redefaulted || defaultInTheWay)) {
            changes.add(new ColumnChange.SetDefault(to.defaultExpression()));
        }
        addGenerators(changes);
        addDescription(changes);
        return List.copyOf(changes);
    }

    private void addGenerators(List<ColumnChange> changes) {
        if (to.generator() != null && from.generator() == null) {
            changes.add(new ColumnChange.AddIdentity(to.generator()));
        } else if (to.generator() != null && !to.generator().equals(from.generator())) {
            changes.add(new ColumnChange.SetIdentity(to.generator()));
        }
        if (to.generated() != null && !to.generated().equals(from.generated())) {
            if (from.generated() == null
                    || from.generated().kind() != to.generated().kind()) {
                throw new IllegalArgumentException("PostgreSQL cannot make the existing column '" + to.name()
                        + "' a generated one of another kind; drop it and add it");
            }
            changes.add(new ColumnChange.SetExpression(to.generated().expression()));
        }
    }

    private void addDescription(List<ColumnChange> changes) {
        if (!Objects.equals(from.storage(), to.storage())) {
            changes.add(new ColumnChange.SetStorage(to.storage()));
        }
        if (!Objects.equals(from.compression(), to.compression())) {
            changes.add(new ColumnChange.SetCompression(to.compression()));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            changes.add(new ColumnChange.SetColumnComment(to.comment()));
        }
    }
}
