package dev.migrate.autogen.jpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.MappingException;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate's persisters would reject, as far as the metadata tells for certain, in Hibernate's words. They themselves
 * are not built ({@link BeforePersisters}), so a mapping that only they reject would get a migration, and the application
 * that needs it would not start.
 */
final class PersisterRules {

    /** Values that mean rows without one, or with any other (Jakarta Persistence has no words for either). */
    private static final List<String> SPECIAL_VALUES = List.of("null", "not null");

    private final OfflineHibernate hibernate;

    PersisterRules(OfflineHibernate hibernate) {
        this.hibernate = hibernate;
    }

    /** @throws MappingException if the application would not start */
    void require() {
        Map<RootClass, Map<String, PersistentClass>> discriminated = new HashMap<>();
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            requireNoIdentityInUnion(entity);
            if (isDiscriminated(entity)) {
                requireOwnDiscriminator(
                        entity, discriminated.computeIfAbsent(entity.getRootClass(), root -> new HashMap<>()));
            }
        }
    }

    /** Each table of a hierarchy would count its own keys. */
    private void requireNoIdentityInUnion(PersistentClass entity) {
        if (!(entity instanceof UnionSubclass)) {
            return;
        }
        Table table = entity.getRootClass().getTable();
        for (Column column : table.getPrimaryKey().getColumns()) {
            if (HibernateVersions.isIdentity(column, table, hibernate)) {
                throw new MappingException(
                        "Cannot use identity column key generation with <union-subclass> mapping for: "
                                + entity.getEntityName());
            }
        }
    }

    /** Whether rows of other entities in the same table have other values. */
    private static boolean isDiscriminated(PersistentClass entity) {
        boolean sharesTable = entity instanceof SingleTableSubclass
                || (entity instanceof RootClass root
                        && root.getDirectSubclasses().stream().anyMatch(SingleTableSubclass.class::isInstance));
        return sharesTable && isOrdinary(entity.getDiscriminatorValue());
    }

    /** Whether rows have it, and it means no others. */
    static boolean isOrdinary(@Nullable String discriminator) {
        return discriminator != null && !SPECIAL_VALUES.contains(discriminator);
    }

    private static void requireOwnDiscriminator(PersistentClass entity, Map<String, PersistentClass> byValue) {
        PersistentClass other = byValue.put(entity.getDiscriminatorValue(), entity);
        if (other != null) {
            List<String> both = List.of(other.getEntityName(), entity.getEntityName()).stream()
                    .sorted()
                    .toList();
            throw new MappingException("Entities [" + both.get(0) + "] and [" + both.get(1)
                    + "] are mapped with the same discriminator value '" + entity.getDiscriminatorValue() + "'");
        }
    }
}
