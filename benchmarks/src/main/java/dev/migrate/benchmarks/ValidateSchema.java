package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/** What Hibernate itself offers to compare entities with a database: whether tables and columns are there. */
final class ValidateSchema {

    private ValidateSchema() {}

    /** {@code JDBC-URL CLASSES-DIRECTORY}, which is on the class path too. Fails if something is missing. */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting(JdbcSettings.JAKARTA_JDBC_URL, args[0])
                .build()) {
            Metadata metadata = BootMetadata.build(registry, Path.of(args[1]));
            Map<String, Object> validate = new HashMap<>(Map.of(SchemaToolingSettings.HBM2DDL_AUTO, "validate"));
            SchemaManagementToolCoordinator.process(metadata, registry, validate, delayedDrop -> {});
            System.out.println(metadata.collectTableMappings().size() + " tables");
        }
    }
}
