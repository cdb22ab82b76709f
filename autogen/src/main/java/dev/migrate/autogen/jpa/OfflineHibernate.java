package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.source.PersistenceUnit;
import dev.migrate.schema.Schema;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.archive.scan.internal.DisabledScanner;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;
import org.hibernate.mapping.Column;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;

/**
 * A Hibernate that is started as the application would start it, except that it reaches for no database, and that it
 * gets no further than to the point where the schema is settled.
 *
 * <p>Where nobody integrates himself, that is when the metadata is built. Otherwise the point is inside of the building of a
 * session factory. Its beginning is when Bean Validation's constraints come into the metadata, and whatever else there is.
 * Its rest, the persisters with their SQL and their proxies, takes three times as long as all before, says nothing about
 * the schema, and is left out.
 */
final class OfflineHibernate {

    private final Metadata metadata;
    private final SqlStringGenerationContext naming;
    private final Set<Column> described = Collections.newSetFromMap(new IdentityHashMap<>());

    private OfflineHibernate(Metadata metadata) {
        this.metadata = metadata;
        Database database = metadata.getDatabase();
        this.naming = SqlStringGenerationContextImpl.fromConfigurationMap(
                database.getJdbcEnvironment(),
                database,
                database.getServiceRegistry()
                        .requireService(ConfigurationService.class)
                        .getSettings());
        // Hibernate keeps what it finds out: afterwards it is the same as what is written.
        metadata.collectTableMappings().stream()
                .flatMap(table -> table.getColumns().stream())
                .filter(HibernateVersions::isDescribed)
                .forEach(described::add);
    }

    /**
     * What {@code reader} finds in the settled metadata.
     *
     * @throws MigrateException if Hibernate rejects a mapping or a setting, with what it said; or as the reader does
     */
    static Schema read(PersistenceUnit unit, EntitySource source, Function<OfflineHibernate, Schema> reader) {
        AtomicReference<MetadataImplementor> metadata = new AtomicReference<>();
        Supplier<MetadataImplementor> built = () -> Objects.requireNonNull(metadata.get());
        FutureTask<Schema> reading = new FutureTask<>(() -> {
            OfflineHibernate hibernate = new OfflineHibernate(built.get());
            new LostColumns(hibernate).restore();
            // Columns in their physical order, as before an export.
            built.get().orderColumns(true);
            new PersisterRules(hibernate).require();
            return reader.apply(hibernate);
        });
        try {
            BooleanSupplier isSettled = () -> !HibernateVersions.generatorsChangeColumns(built.get());
            EntityManagerFactoryBuilder builder =
                    builder(unit, source, Map.of(BeforePersisters.SETTING, new BeforePersisters(isSettled, reading)));
            metadata.set(builder.metadata());
            if (isSettled.getAsBoolean() && !Integrators.mayChange(built.get(), source.classLoader())) {
                // As the building of a session factory would begin.
                built.get().validate();
                reading.run();
                StandardServiceRegistryBuilder.destroy(built.get().getDatabase().getServiceRegistry());
            } else {
                EntityManagerFactory withoutPersisters = builder.build();
                reading.run();
                withoutPersisters.close();
            }
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // An Error, too: a static initializer of the application's may throw any.
            if (!reading.isDone()) {
                throw Rejection.of(unit, e);
            }
        }
        return result(unit, reading);
    }

    private static Schema result(PersistenceUnit unit, FutureTask<Schema> reading) {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while the entities were read", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            throw cause instanceof MigrateException failure ? failure : Rejection.ofReading(unit, cause);
        }
    }

    /** @param more settings that win over all others */
    static EntityManagerFactoryBuilder builder(PersistenceUnit unit, EntitySource source, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(unit.settings());
        settings.putIfAbsent("hibernate.dialect", PostgreSQLDialect.class.getName());
        // A unit names all that is mapped, and no place to search. Hibernate 7 knows that by itself.
        settings.putIfAbsent("hibernate.archive.scanner", DisabledScanner.class.getName());
        NamingStrategies.make(settings, source.classLoader());
        settings.putAll(offline(source.postgresMajor()));
        settings.putAll(more);
        return Bootstrap.getEntityManagerFactoryBuilder(
                UnitInfo.of(unit, source.classLoader()), settings, new ProjectClasses(source.classLoader()));
    }

    /** What keeps Hibernate from reaching for a database or any other service. */
    static Map<String, Object> offline(int postgresMajor) {
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
        settings.put(UninjectedBeans.SETTING, new UninjectedBeans());
        settings.put(UnusedFormat.JSON, new UnusedFormat());
        settings.put(UnusedFormat.XML, new UnusedFormat());
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

    /** Whether the mapping gives the column a definition, or a length, precision or scale that isn't the default. */
    boolean isDescribed(Column column) {
        return described.contains(column);
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

    /** What the application's {@code hibernate.hbm2ddl.schema_filter_provider} lets Hibernate's schema export create. */
    SchemaFilter exported() {
        ServiceRegistry services = database().getServiceRegistry();
        return services.requireService(StrategySelector.class)
                .resolveDefaultableStrategy(
                        SchemaFilterProvider.class,
                        services.requireService(ConfigurationService.class)
                                .getSettings()
                                .get("hibernate.hbm2ddl.schema_filter_provider"),
                        DefaultSchemaFilterProvider.INSTANCE)
                .getCreateFilter();
    }

    /** Formats qualified names with the default schema, as Hibernate's schema export does. */
    SqlStringGenerationContext naming() {
        return naming;
    }
}
