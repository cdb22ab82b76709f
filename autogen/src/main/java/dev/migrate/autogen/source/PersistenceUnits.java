package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the persistence unit that is meant, with everything the application says about it. */
public final class PersistenceUnits {

    private static final String ORM_XML = "META-INF/orm.xml";
    private static final String MAPPING_FILES = "mapping-files";

    /** Settings that reach for a database, a cache, a transaction manager or a search server. */
    private static final List<String> ONLINE = List.of(
            "jakarta.persistence.jdbc.",
            "javax.persistence.jdbc.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.schema-generation.",
            "javax.persistence.schema-generation.",
            "jakarta.persistence.sql-load-script-source",
            "jakarta.persistence.bean.manager",
            "hibernate.connection.",
            "hibernate.hikari.",
            "hibernate.agroal.",
            "hibernate.c3p0.",
            "hibernate.cache.",
            "hibernate.transaction.",
            "hibernate.search.",
            "hibernate.jndi.",
            "hibernate.session_factory_name",
            "hibernate.hbm2ddl.",
            "hibernate.multi_tenant_connection_provider",
            "hibernate.tenant_identifier_resolver",
            "hibernate.resource.beans.container",
            "hibernate.generate_statistics",
            "hibernate.show_sql");

    private PersistenceUnits() {}

    /**
     * The unit that {@code source} names, or the only one there is. Without {@code META-INF/persistence.xml} it is made
     * of the mapped classes that the roots contain.
     *
     * @throws MigrateException if there are several and none is named, if the named one is missing, or if nothing is
     *     mapped
     */
    public static PersistenceUnit choose(EntitySource source) {
        List<PersistenceXml.Unit> listed = listed(source.classLoader());
        if (listed.isEmpty()) {
            return complete("default", Set.of(), source.roots(), Set.of(), new TreeMap<>(), source);
        }
        PersistenceXml.Unit unit = choose(listed, source.persistenceUnit());
        List<Path> roots = new ArrayList<>();
        if (!unit.excludesUnlisted() && (isEmpty(unit) || hibernateScans(source.classLoader()))) {
            roots.add(root(unit.file()));
        }
        unit.jarFiles().forEach(jar -> roots.add(root(unit.file()).resolve(jar)));
        return complete(
                unit.name(),
                new LinkedHashSet<>(unit.classNames()),
                roots,
                new LinkedHashSet<>(unit.mappingFiles()),
                unit.settings(),
                source);
    }

    private static boolean isEmpty(PersistenceXml.Unit unit) {
        return unit.classNames().isEmpty() && unit.mappingFiles().isEmpty();
    }

    /** Hibernate 7 takes what is listed, unless the application adds {@code hibernate-scan-jandex}. */
    private static boolean hibernateScans(ClassLoader classLoader) {
        return Stream.of("boot/archive/scan/internal/StandardScanner", "archive/scan/internal/StandardScanner")
                .anyMatch(scanner -> classLoader.getResource("org/hibernate/" + scanner + ".class") != null);
    }

    private static List<PersistenceXml.Unit> listed(ClassLoader classLoader) {
        try {
            List<PersistenceXml.Unit> units = new ArrayList<>();
            for (URL file : Collections.list(classLoader.getResources(PersistenceXml.RESOURCE))) {
                units.addAll(PersistenceXml.read(file));
            }
            return units;
        } catch (IOException e) {
            throw new MigrateException("Cannot search the class path for " + PersistenceXml.RESOURCE, e);
        }
    }

    private static PersistenceXml.Unit choose(List<PersistenceXml.Unit> units, @Nullable String name) {
        List<String> names = units.stream().map(PersistenceXml.Unit::name).toList();
        if (name == null && units.size() > 1) {
            throw new MigrateException("Several persistence units: " + String.join(", ", names)
                    + ". Choose one with -Dmigrate.persistenceUnit=" + names.get(0) + ".");
        }
        return units.stream()
                .filter(unit -> name == null || name.equals(unit.name()))
                .findFirst()
                .orElseThrow(() -> new MigrateException("No persistence unit '" + name + "'; " + PersistenceXml.RESOURCE
                        + " has " + String.join(", ", names) + "."));
    }

    private static PersistenceUnit complete(
            String name,
            Set<String> classNames,
            List<Path> roots,
            Set<String> mappingFiles,
            Map<String, String> unitSettings,
            EntitySource source) {
        ClassLoader classLoader = source.classLoader();
        Map<String, String> settings = settings(unitSettings, source);
        Set<String> classes = new LinkedHashSet<>(classNames);
        classes.addAll(MappedClasses.in(roots, source.packages()));
        Set<String> files = new LinkedHashSet<>(mappingFiles);
        if (classLoader.getResource(ORM_XML) != null) {
            files.add(ORM_XML);
        }
        if (SpringSettings.isPresent(classLoader)) {
            files.addAll(SpringSettings.read(source).mappingFiles());
        }
        String ofQuarkus = settings.remove(MAPPING_FILES);
        if (ofQuarkus != null) {
            files.addAll(Arrays.asList(ofQuarkus.split("\\s*,\\s*")));
        }
        if (classes.isEmpty() && files.isEmpty()) {
            throw new MigrateException("No entity in " + roots
                    + (source.packages().isEmpty() ? "" : " in the packages " + source.packages())
                    + ". Compile the project first (mvn compile), or name the dependencies that contain entities.");
        }
        return new PersistenceUnit(name, List.copyOf(classes), List.copyOf(files), new TreeMap<>(settings));
    }

    /** Everything that is set, the later winning: by the framework, by files, by the unit, by the caller. */
    private static Map<String, String> settings(Map<String, String> ofUnit, EntitySource source) {
        ClassLoader classLoader = source.classLoader();
        Map<String, String> settings = new TreeMap<>();
        if (SpringSettings.isPresent(classLoader)) {
            settings.putAll(SpringSettings.defaults(classLoader));
        }
        ConfigFiles.documents(classLoader, "hibernate.properties").forEach(settings::putAll);
        settings.putAll(ofUnit);
        if (SpringSettings.isPresent(classLoader)) {
            settings.putAll(SpringSettings.read(source).hibernate());
        }
        if (QuarkusSettings.isPresent(classLoader)) {
            settings.putAll(QuarkusSettings.hibernate(source));
        }
        settings.putAll(source.settings());
        settings.keySet().removeIf(key -> ONLINE.stream().anyMatch(key::startsWith));
        return settings;
    }

    /** The directory or jar that contains {@code META-INF/persistence.xml}. */
    private static Path root(URL file) {
        try {
            URLConnection connection = file.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            String text = file.toURI().toString();
            return Path.of(URI.create(text.substring(0, text.length() - PersistenceXml.RESOURCE.length())));
        } catch (IOException | URISyntaxException e) {
            throw new MigrateException("Cannot tell where " + file + " is", e);
        }
    }
}
