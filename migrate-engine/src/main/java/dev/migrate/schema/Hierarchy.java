package dev.migrate.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapping keeps the rows of an entity and of its subclasses (Jakarta Persistence, 2.13 Inheritance).
 *
 * @param discriminator the column of the root's table that tells the classes apart; null if there is none
 * @param classes the root, and all that extend it, each after its superclass
 */
public record Hierarchy(@Nullable String discriminator, List<MappedClass> classes) {

    public Hierarchy {
        classes = List.copyOf(classes);
    }

    public MappedClass root() {
        return classes.get(0);
    }

    /** The class of that name. */
    public Optional<MappedClass> find(@Nullable String entity) {
        return classes.stream().filter(each -> each.entity().equals(entity)).findFirst();
    }

    /** The same of tables that have other names. */
    Hierarchy named(UnaryOperator<QualifiedName> names) {
        return new Hierarchy(
                discriminator, classes.stream().map(each -> each.named(names)).toList());
    }
}
