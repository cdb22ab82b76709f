package dev.migrate.autogen.jpa;

import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.integrator.spi.IntegratorService;

/** Those who may add to the metadata when a session factory is built: Bean Validation, Envers, an application itself. */
final class Integrators {

    /** What Hibernate always has. Of these only Bean Validation's changes the metadata, and only if there is one. */
    private static final Set<String> OWN = Set.of(
            "org.hibernate.boot.beanvalidation.BeanValidationIntegrator",
            "org.hibernate.cache.internal.CollectionCacheInvalidator");

    private Integrators() {}

    /** Whether Bean Validation is there, or any that Hibernate doesn't bring itself. */
    static boolean mayChange(Metadata metadata, ClassLoader classLoader) {
        if (BeanValidation.mayChange(metadata, classLoader)) {
            return true;
        }
        Iterable<?> integrators = metadata.getDatabase()
                .getServiceRegistry()
                .requireService(IntegratorService.class)
                .getIntegrators();
        for (Object integrator : integrators) {
            if (!OWN.contains(integrator.getClass().getName())) {
                return true;
            }
        }
        return false;
    }
}
