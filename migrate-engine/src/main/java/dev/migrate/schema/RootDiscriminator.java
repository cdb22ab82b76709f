package dev.migrate.schema;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What tells the rows of a hierarchy's root from those of its subclasses (Jakarta Persistence, 2.13 Inheritance): rows that
 * were there before the first subclass came are the root's, if it isn't abstract.
 *
 * @param value of rows that are the root's and of no subclass, as the mapping has it
 * @param subclassColumns what only subclasses have in this table
 * @param subclassTables the other tables that subclasses have
 */
public record RootDiscriminator(
        QualifiedName table,
        String column,
        String entity,
        String value,
        Set<String> subclassColumns,
        Set<QualifiedName> subclassTables) {

    public RootDiscriminator {
        subclassColumns = Collections.unmodifiableSet(new TreeSet<>(subclassColumns));
        subclassTables = Collections.unmodifiableSet(new TreeSet<>(subclassTables));
    }

    /** The same of tables that have other names. */
    RootDiscriminator named(UnaryOperator<QualifiedName> names) {
        return new RootDiscriminator(
                names.apply(table),
                column,
                entity,
                value,
                subclassColumns,
                subclassTables.stream().map(names).collect(Collectors.toSet()));
    }
}
