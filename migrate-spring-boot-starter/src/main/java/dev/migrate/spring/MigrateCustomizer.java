package dev.migrate.spring;

import dev.migrate.MigrateBuilder;

/** Changes how the starter configures Migrate: a bean of this type is called after the properties were applied. */
@FunctionalInterface
public interface MigrateCustomizer {

    /**
     * Changes the configuration of one history.
     *
     * @param history its name; "default" where the application has only one
     */
    void customize(String history, MigrateBuilder migrate);
}
