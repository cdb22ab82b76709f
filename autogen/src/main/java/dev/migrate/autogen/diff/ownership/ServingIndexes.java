package dev.migrate.autogen.diff.ownership;

import dev.migrate.autogen.diff.comparison.GeneratedNames;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey.Target.OfColumn;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Other owners' unique indexes that do what an entity declares as a unique constraint. A mapping has no words for which of
 * the two it is, {@code @Index(unique = true)} included: the index that is there serves.
 */
final class ServingIndexes {

    private final Table present;
    private final Provenance provenance;

    ServingIndexes(Table present, Provenance provenance) {
        this.present = present;
        this.provenance = provenance;
    }

    /** The declared table with such indexes in the place of its constraints. */
    Table addedTo(Table declared) {
        List<Constraint> constraints = new ArrayList<>();
        List<Index> indexes = new ArrayList<>(declared.indexes());
        for (Constraint constraint : declared.constraints()) {
            Optional<Index> serving = constraint instanceof Unique unique ? serving(unique, indexes) : Optional.empty();
            serving.ifPresentOrElse(
                    index -> indexes.add(
                            GeneratedNames.isGenerated(declared, constraint)
                                    ? index
                                    : index.named(String.valueOf(constraint.name()))),
                    () -> constraints.add(constraint));
        }
        return indexes.size() == declared.indexes().size()
                ? declared
                : declared.withConstraints(constraints).withIndexes(indexes);
    }

    private Optional<Index> serving(Unique unique, List<Index> declared) {
        boolean isThere = present.constraints().stream()
                .anyMatch(constraint ->
                        constraint instanceof Unique other && other.columns().equals(unique.columns()));
        return isThere || unique.deferral() != Deferral.NOT_DEFERRABLE
                ? Optional.empty()
                : present.indexes().stream()
                        .filter(index -> isUnique(index, unique) && !provenance.covers(present.name(), index))
                        .filter(index -> declared.stream()
                                .noneMatch(other ->
                                        other.isUnique() && other.keys().equals(index.keys())))
                        .findFirst();
    }

    /** In whatever order it is read. */
    private static boolean isUnique(Index index, Unique unique) {
        return index.isUnique()
                && index.valid()
                && index.where() == null
                && index.nullsCollide() == unique.nullsCollide()
                && index.columns().equals(unique.columns())
                && index.keys().stream()
                        .allMatch(key -> key.target() instanceof OfColumn
                                && key.collation() == null
                                && key.operatorClass() == null);
    }
}
