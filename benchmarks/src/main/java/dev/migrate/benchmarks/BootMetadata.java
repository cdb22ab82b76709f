package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** The least that comparing entities with anything costs: Hibernate reads them, without a database. */
final class BootMetadata {

    private BootMetadata() {}

    /** {@code CLASSES-DIRECTORY}, which is on the class path too */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("jakarta.persistence.database-product-name", "PostgreSQL")
                .applySetting("jakarta.persistence.database-major-version", "15")
                .build()) {
            Metadata metadata = build(registry, Path.of(args[0]));
            System.out.println(metadata.collectTableMappings().size() + " tables");
        }
    }

    /** Hibernate's metadata of the entities in a directory that is on the class path too. */
    static Metadata build(StandardServiceRegistry registry, Path classes) throws IOException, ClassNotFoundException {
        MetadataSources sources = new MetadataSources(registry);
        for (String entity : entities(classes)) {
            sources.addAnnotatedClass(Class.forName(entity));
        }
        return sources.buildMetadata();
    }

    private static List<String> entities(Path classes) throws IOException {
        try (Stream<Path> files = Files.list(classes.resolve("bench/entities"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> "bench.entities." + name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }
}
