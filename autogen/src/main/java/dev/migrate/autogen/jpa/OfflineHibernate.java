package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.source.PersistenceUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;

/**
 * A Hibernate that has been started as the application would start it, except that it reaches for no database.
 *
 * <p>The session factory is built although only the metadata is read: that is when Hibernate lets Bean Validation's
 * constraints into it. Columns are put in their physical order after that, as before an export.
 */
final class OfflineHibernate implements AutoCloseable {

    private final Metadata metadata;
    private final SessionFactoryImplementor factory;

    private OfflineHibernate(Metadata metadata, SessionFactoryImplementor factory) {
        this.metadata = metadata;
        this.factory = factory;
    }

    /** @throws MigrateException if Hibernate rejects a mapping or a setting, with what it said */
    static OfflineHibernate boot(PersistenceUnit unit, EntitySource source) {
        try {
            EntityManagerFactoryBuilder builder = builder(unit, source, Map.of());
            MetadataImplementor metadata = builder.metadata();
            SessionFactoryImplementor factory = builder.build().unwrap(SessionFactoryImplementor.class);
            metadata.orderColumns(true);
            return new OfflineHibernate(metadata, factory);
        } catch (RuntimeException | LinkageError e) {
            throw new MigrateException(rejection(unit, e), e);
        }
    }

    /** @param more settings that win over all others */
    static EntityManagerFactoryBuilder builder(PersistenceUnit unit, EntitySource source, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(unit.settings());
        settings.putIfAbsent("hibernate.dialect", PostgreSQLDialect.class.getName());
        settings.putAll(offline(source.postgresMajor()));
        settings.putAll(more);
        return Bootstrap.getEntityManagerFactoryBuilder(
                UnitInfo.of(unit, source.classLoader()), settings, source.classLoader());
    }

    private static Map<String, Object> offline(int postgresMajor) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.temp.use_jdbc_metadata_defaults", "false");
        settings.put("jakarta.persistence.database-product-name", "PostgreSQL");
        settings.put("jakarta.persistence.database-major-version", Integer.toString(postgresMajor));
        settings.put("jakarta.persistence.database-minor-version", "0");
        settings.put("jakarta.persistence.schema-generation.database.action", "none");
        settings.put("jakarta.persistence.schema-generation.scripts.action", "none");
        settings.put("hibernate.hbm2ddl.auto", "none");
        settings.put(
                "hibernate.connection.provider_class",
                "org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl");
        settings.put("hibernate.transaction.coordinator_class", "jdbc");
        settings.put(
                "hibernate.transaction.jta.platform",
                "org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform");
        settings.put("hibernate.cache.use_second_level_cache", "false");
        settings.put("hibernate.cache.use_query_cache", "false");
        settings.put("hibernate.query.startup_check", "false");
        settings.put("hibernate.search.enabled", "false");
        return settings;
    }

    /** Hibernate wraps what it means in what it was doing; each message once, from the outside in. */
    private static String rejection(PersistenceUnit unit, Throwable thrown) {
        List<String> said = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause instanceof LinkageError ? cause.toString() : String.valueOf(cause.getMessage());
            if (said.stream().noneMatch(earlier -> earlier.contains(message))) {
                said.add(message);
            }
        }
        return "Hibernate rejects the persistence unit '" + unit.name() + "': " + String.join(": ", said)
                + ". Correct the mapping and try again; the application itself would not start with it.";
    }

    Metadata metadata() {
        return metadata;
    }

    Database database() {
        return metadata.getDatabase();
    }

    Dialect dialect() {
        return database().getDialect();
    }

    /** Formats qualified names with the default schema, as Hibernate's schema export does. */
    SqlStringGenerationContext naming() {
        return factory.getSqlStringGenerationContext();
    }

    @Override
    public void close() {
        factory.close();
    }
}
