package dev.migrate.autogen.jpa;

import java.util.function.BooleanSupplier;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.internal.StandardPersisterClassResolver;

/**
 * Ends the building of a session factory where its first persister would be made, and lets somebody look at the metadata
 * before. All integrators have been at it by then, and its services are still alive: they go with the factory.
 */
final class BeforePersisters extends StandardPersisterClassResolver {

    /** The setting that takes such an instance. */
    static final String SETTING = "hibernate.persister.resolver";

    private static final long serialVersionUID = 1L;

    // Hibernate's services are serializable by their type only.
    private final transient BooleanSupplier isSettled;

    private final transient Runnable look;

    /** @param isSettled whether persisters leave the metadata as it is; where they don't, nothing is ended */
    BeforePersisters(BooleanSupplier isSettled, Runnable look) {
        this.isSettled = isSettled;
        this.look = look;
    }

    @Override
    public Class<? extends EntityPersister> getEntityPersisterClass(PersistentClass entity) {
        stopIfSettled();
        return super.getEntityPersisterClass(entity);
    }

    @Override
    public Class<? extends CollectionPersister> getCollectionPersisterClass(Collection collection) {
        stopIfSettled();
        return super.getCollectionPersisterClass(collection);
    }

    private void stopIfSettled() {
        if (isSettled.getAsBoolean()) {
            look.run();
            throw new Stopped();
        }
    }

    /** Thrown through Hibernate, which gives up what it has begun. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The schema is settled", null, false, false);
        }
    }
}
