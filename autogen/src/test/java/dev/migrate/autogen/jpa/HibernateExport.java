package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.source.PersistenceUnits;
import jakarta.persistence.Persistence;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.PostgreSQLDialect;

/** Hibernate's own schema export: the measure of what entities declare. */
public final class HibernateExport {

    private HibernateExport() {}

    /** The script that creates the entities' schema. */
    public static String script(EntitySource source) {
        StringWriter script = new StringWriter();
        OfflineHibernate.builder(PersistenceUnits.choose(source), source, exportTo(script))
                .build()
                .close();
        return script.toString();
    }

    /**
     * The same of an application that starts Hibernate by itself: from {@code META-INF/persistence.xml}, or else from
     * {@code hibernate.cfg.xml}.
     */
    public static String applicationsScript(EntitySource source) {
        StringWriter script = new StringWriter();
        Map<String, Object> settings = new HashMap<>(OfflineHibernate.offline(source.postgresMajor()));
        settings.put("hibernate.dialect", PostgreSQLDialect.class.getName());
        settings.putAll(exportTo(script));
        if (source.classLoader().getResource("META-INF/persistence.xml") != null) {
            Persistence.createEntityManagerFactory("application", settings).close();
        } else {
            // Not by a Configuration, which before Hibernate 6.6 ignores the file's naming strategies.
            StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                    .configure()
                    .applySettings(settings)
                    .build();
            new MetadataSources(registry).buildMetadata().buildSessionFactory().close();
            StandardServiceRegistryBuilder.destroy(registry);
        }
        return script.toString();
    }

    private static Map<String, Object> exportTo(StringWriter script) {
        return Map.of(
                "jakarta.persistence.schema-generation.scripts.action",
                "create",
                "jakarta.persistence.schema-generation.scripts.create-target",
                script,
                "hibernate.hbm2ddl.delimiter",
                ";",
                "hibernate.hbm2ddl.create_namespaces",
                "true");
    }

    /** Does what {@code hibernate.hbm2ddl.auto=update} does in an application; returns the URL. */
    public static String update(EntitySource source, String url) {
        Map<String, Object> settings = Map.of(
                "hibernate.hbm2ddl.auto",
                "update",
                "jakarta.persistence.schema-generation.database.action",
                "update",
                "hibernate.hbm2ddl.create_namespaces",
                "true",
                "hibernate.boot.allow_jdbc_metadata_access",
                "true",
                "jakarta.persistence.jdbc.url",
                url,
                "hibernate.connection.provider_class",
                "org.hibernate.engine.jdbc.connections.internal.DriverManagerConnectionProviderImpl");
        OfflineHibernate.builder(PersistenceUnits.choose(source), source, settings)
                .build()
                .close();
        return url;
    }
}
