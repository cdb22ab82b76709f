package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.source.PersistenceUnits;
import java.io.StringWriter;
import java.util.Map;

/** Hibernate's own schema export: the measure of what entities declare. */
public final class HibernateExport {

    private HibernateExport() {}

    /** The script that creates the entities' schema. */
    public static String script(EntitySource source) {
        StringWriter script = new StringWriter();
        Map<String, Object> settings = Map.of(
                "jakarta.persistence.schema-generation.scripts.action",
                "create",
                "jakarta.persistence.schema-generation.scripts.create-target",
                script,
                "hibernate.hbm2ddl.delimiter",
                ";",
                "hibernate.hbm2ddl.create_namespaces",
                "true");
        OfflineHibernate.builder(PersistenceUnits.choose(source), source, settings)
                .build()
                .close();
        return script.toString();
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
