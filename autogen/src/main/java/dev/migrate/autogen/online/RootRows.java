package dev.migrate.autogen.online;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Literals;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.RootDiscriminator;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A discriminator that comes to a table whose rows can only be those of the hierarchy's root. */
final class RootRows {

    private final Schema existing;
    private final Schema wanted;

    /**
     * @param existing what there is before
     * @param wanted what there is after, as the entities say
     */
    RootRows(Schema existing, Schema wanted) {
        this.existing = existing;
        this.wanted = wanted;
    }

    /** The column with what its rows get, unless that is known already, or rows of subclasses may be among them. */
    RequiredColumn filled(RequiredColumn column) {
        return column.fill().isPresent() || !column.isAdded()
                ? column
                : of(column)
                        .map(root -> column.filled(
                                literal(root, column.required()),
                                "All rows of " + root.table() + " are taken for " + root.entity()
                                        + ", whose first subclasses come"
                                        + " with this migration. If some are others', generate again with "
                                        + column.option() + "."))
                        .orElse(column);
    }

    private Optional<RootDiscriminator> of(RequiredColumn column) {
        return wanted.mapping().rootDiscriminators().stream()
                .filter(root -> root.table().equals(column.table().name())
                        && root.column().equals(column.required().name())
                        && !has(column.table(), root.subclassColumns())
                        && existing.tables().stream().noneMatch(other -> isOfSubclass(other, root)))
                .findFirst();
    }

    private static String literal(RootDiscriminator root, Column column) {
        return column.type().isInteger() ? root.value() : Literals.literal(root.value());
    }

    /** A table that goes was a subclass's if it joined the root's by its key, or had what a subclass has there now. */
    private boolean isOfSubclass(Table other, RootDiscriminator root) {
        return root.subclassTables().contains(other.name())
                || (wanted.table(other.name()).isEmpty()
                        && (joins(other, root.table()) || has(other, root.subclassColumns())));
    }

    private static boolean has(Table table, Set<String> columns) {
        return table.columns().stream().map(Column::name).anyMatch(columns::contains);
    }

    private static boolean joins(Table other, QualifiedName root) {
        List<String> key = other.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        for (Constraint constraint : other.constraints()) {
            if (constraint instanceof ForeignKey reference
                    && reference.target().equals(root)
                    && reference.columns().equals(key)) {
                return true;
            }
        }
        return false;
    }
}
