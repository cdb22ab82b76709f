package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the persistence unit that is meant, with everything the application says about it. */
public final class PersistenceUnits {

    private static final String ORM_XML = "META-INF/orm.xml";
    private static final String MAPPING_FILES = "mapping-files";
    private static final String CFG_XML = "hibernate.cfg.xml";
    private static final String CFG_XML_SETTING = "hibernate.cfg_xml_file";
    /** What Quarkus takes as a request to ignore {@code META-INF/orm.xml}. */
    private static final String NO_FILE = "no-file";

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

    /** Those among them that say what the schema is: whether associations have foreign keys, and which tables are others'. */
    private static final Set<String> OF_SCHEMA =
            Set.of("hibernate.hbm2ddl.default_constraint_mode", "hibernate.hbm2ddl.schema_filter_provider");

    private PersistenceUnits() {}

    /**
     * The unit that {@code source} names, or the only one there is. Without {@code META-INF/persistence.xml} it is made
     * of the mapped classes that the roots contain, and so it is in an application of Spring Boot, which doesn't look at
     * that file either.
     *
     * @throws MigrateException if there are several and none is named, if the named one is missing, or if nothing is
     *     mapped
     */
    public static PersistenceUnit choose(EntitySource source) {
        List<PersistenceXml.Unit> listed = listed(source.classLoader());
        boolean mayScan = source.persistenceUnit() == null && SpringSettings.isPresent(source.classLoader());
        if (listed.isEmpty() || mayScan) {
            Scan scan = Scan.of(source);
            if (listed.isEmpty() || scan.isSpringBoots()) {
                return scanned(scan, source);
            }
        }
        PersistenceXml.Unit unit = choose(listed, source.persistenceUnit());
        return listed(unit, root(Objects.requireNonNull(unit.file())), source);
    }

    /**
     * The database that Hibernate connects to by its own settings; empty if they name none.
     *
     * @throws MigrateException if none of several units is named and they don't all have the same database
     */
    static Optional<ApplicationDatabase> database(EntitySource source) {
        Map<String, String> ofHibernate = new TreeMap<>();
        ConfigFiles.documents(source.classLoader(), "hibernate.properties").forEach(ofHibernate::putAll);
        // A file of the sources comes before the copy that the last build made of it.
        Map<String, PersistenceXml.Unit> byName = new LinkedHashMap<>();
        listed(source.classLoader()).forEach(unit -> byName.putIfAbsent(unit.name(), unit));
        List<PersistenceXml.Unit> units = List.copyOf(byName.values());
        if (units.isEmpty()) {
            return ApplicationDatabase.ofHibernate(ofHibernate);
        }
        boolean haveOneDatabase = units.stream()
                        .map(unit -> database(unit, ofHibernate))
                        .distinct()
                        .count()
                == 1;
        boolean anyIsMeant = source.persistenceUnit() == null && haveOneDatabase;
        return database(anyIsMeant ? units.get(0) : choose(units, source.persistenceUnit()), ofHibernate);
    }

    private static Optional<ApplicationDatabase> database(PersistenceXml.Unit unit, Map<String, String> ofHibernate) {
        Map<String, String> settings = new TreeMap<>(ofHibernate);
        settings.putAll(unit.settings());
        return ApplicationDatabase.ofHibernate(settings);
    }

    private static PersistenceUnit listed(PersistenceXml.Unit unit, Path home, EntitySource source) {
        Map<String, String> settings = settings(unit, Map.of(), source);
        Autodetection detected = Autodetection.of(settings, unit.excludesUnlisted());
        boolean hibernateSearches = hibernateScans(source.classLoader());
        boolean findsFiles = detected.hbmFiles() && hibernateSearches;
        List<Path> jars = detected.classesInJars() || findsFiles ? jars(unit, home) : List.of();
        List<Path> roots = new ArrayList<>();
        if (detected.classesBeside() && (isEmpty(unit) || hibernateSearches)) {
            roots.add(home);
        }
        if (detected.classesInJars()) {
            roots.addAll(jars);
        }
        Set<String> classes = new LinkedHashSet<>(unit.classNames());
        classes.addAll(MappedClasses.in(roots).names(source.packages(), source.classLoader()));
        Set<String> files = new LinkedHashSet<>(unit.mappingFiles());
        if (findsFiles) {
            files.addAll(
                    HbmFiles.in(Stream.concat(Stream.of(home), jars.stream()).toList()));
        }
        return complete(unit, classes, files, settings, roots.toString(), source);
    }

    private static List<Path> jars(PersistenceXml.Unit unit, Path home) {
        List<Path> jars = new ArrayList<>();
        for (String named : unit.jarFiles()) {
            Path jar = Roots.named(named, home);
            if (!Files.exists(jar)) {
                throw new MigrateException("The persistence unit '" + unit.name() + "' of " + unit.file()
                        + " has the <jar-file> " + named + ", and there is no " + jar
                        + ": what it maps would look dropped. Build it first, or correct the <jar-file>.");
            }
            jars.add(jar);
        }
        return jars;
    }

    private static PersistenceUnit scanned(Scan scan, EntitySource source) {
        String name = source.persistenceUnit();
        if (name != null && !scan.isQuarkus()) {
            requireUnit(name, source);
        }
        PersistenceXml.Unit unit = PersistenceXml.Unit.of(name == null ? "default" : name);
        boolean mayFindFiles = !hasFramework(source.classLoader()) && !hasOnlyCfgXml(source.classLoader());
        Set<String> hbmFiles = mayFindFiles ? HbmFiles.in(scan.roots()) : Set.of();
        return complete(
                unit, scan.classNames(), hbmFiles, settings(unit, scan.settings(), source), scan.toString(), source);
    }

    private static void requireUnit(String name, EntitySource source) {
        if (!QuarkusSettings.isPresent(source.classLoader())) {
            throw new MigrateException(
                    "No persistence unit '" + name + "': the runtime class path has no " + PersistenceXml.RESOURCE
                            + ". Leave out -Dmigrate.persistenceUnit to take the project's entities.");
        }
        QuarkusSettings.requireUnit(source);
    }

    /** Whether no framework starts Hibernate, but the file is there from which it configures itself. */
    private static boolean hasOnlyCfgXml(ClassLoader classLoader) {
        return !hasFramework(classLoader) && classLoader.getResource(CFG_XML) != null;
    }

    private static boolean hasFramework(ClassLoader classLoader) {
        return SpringSettings.isPresent(classLoader) || QuarkusSettings.isPresent(classLoader);
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
            PersistenceXml.Unit unit,
            Set<String> classes,
            Set<String> mappingFiles,
            Map<String, String> settings,
            String searched,
            EntitySource source) {
        ClassLoader classLoader = source.classLoader();
        Set<String> files = new LinkedHashSet<>(mappingFiles);
        if (classLoader.getResource(ORM_XML) != null) {
            files.add(ORM_XML);
        }
        if (SpringSettings.isPresent(classLoader)) {
            files.addAll(SpringSettings.read(source).mappingFiles());
        }
        String ofQuarkus = settings.remove(MAPPING_FILES);
        if (NO_FILE.equals(ofQuarkus)) {
            files.clear();
        } else if (ofQuarkus != null) {
            files.addAll(Arrays.asList(ofQuarkus.split("\\s*,\\s*")));
        }
        if (classes.isEmpty() && files.isEmpty() && !settings.containsKey(CFG_XML_SETTING)) {
            throw new MigrateException("No entity in " + searched + ": no class there is annotated with"
                    + " jakarta.persistence.Entity. Compile those that are (mvn compile), or name the dependencies that"
                    + " contain them: -Dmigrate.entityDependencies=groupId:artifactId.");
        }
        return new PersistenceUnit(unit.name(), List.copyOf(classes), List.copyOf(files), new TreeMap<>(settings));
    }

    /**
     * Everything that is set, the later winning: by Hibernate's own file, by the framework, which tells Hibernate its
     * naming strategies whatever that file says, by the unit, by the application's files, by its code, by the caller.
     */
    private static Map<String, String> settings(
            PersistenceXml.Unit unit, Map<String, String> inCode, EntitySource source) {
        ClassLoader classLoader = source.classLoader();
        Map<String, String> settings = new TreeMap<>();
        if (unit.file() == null && hasOnlyCfgXml(classLoader)) {
            settings.put(CFG_XML_SETTING, CFG_XML);
        }
        ConfigFiles.documents(classLoader, "hibernate.properties").forEach(settings::putAll);
        if (SpringSettings.isPresent(classLoader)) {
            settings.putAll(SpringSettings.defaults(classLoader));
        }
        settings.putAll(unit.settings());
        Map<String, String> ofFramework = new TreeMap<>();
        if (SpringSettings.isPresent(classLoader)) {
            ofFramework.putAll(SpringSettings.read(source).hibernate());
        }
        if (QuarkusSettings.isPresent(classLoader)) {
            ofFramework.putAll(QuarkusSettings.hibernate(source));
        }
        settings.putAll(ofFramework);
        settings.putAll(inCode);
        settings.putAll(source.settings());
        settings.keySet().removeIf(PersistenceUnits::isOnline);
        ofFramework.keySet().retainAll(settings.keySet());
        ofFramework.keySet().removeAll(source.settings().keySet());
        ofFramework.forEach(PersistenceUnits::requireFilledIn);
        return settings;
    }

    private static void requireFilledIn(String setting, String value) {
        Placeholders.missing(value).ifPresent(name -> {
            throw new MigrateException("The application sets " + setting + " to " + value
                    + ", and neither its files nor the environment say what " + name
                    + " is. Set the environment variable, or say it in the plugin's <configuration>: <hibernate><"
                    + setting + ">…</" + setting + "></hibernate>.");
        });
    }

    private static boolean isOnline(String setting) {
        return !OF_SCHEMA.contains(setting) && ONLINE.stream().anyMatch(setting::startsWith);
    }

    private static Path root(URL file) {
        return Roots.of(file, PersistenceXml.RESOURCE);
    }
}
