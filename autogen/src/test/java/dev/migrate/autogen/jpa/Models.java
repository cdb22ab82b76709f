package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The entities under {@code model}, a package for each feature, and the Hibernates that they are tried with. */
public final class Models {

    private static final String PACKAGE = "dev.migrate.autogen.jpa.model.";
    private static final List<String> SINCE_65 = List.of("6.5.3", "6.6.56", "7.1.35", "7.2.25", "7.3.13", "7.4.13");
    static final List<String> EVERY =
            Stream.concat(Stream.of("6.4.10"), SINCE_65.stream()).toList();

    private static final List<String> BEFORE_7 = EVERY.subList(0, 3);

    private static final List<String> BEFORE_74 = EVERY.subList(0, EVERY.size() - 1);

    private static final String QUOTES = "Hibernate puts comments between quotes without escaping them";

    private static final String TWICE = "Hibernate fills a generator's table twice";

    public static final List<Model> ALL = List.of(
            Model.of("access"),
            Model.of("agents"),
            Model.of("aggregates"),
            Model.of("arrays"),
            Model.of("associations"),
            Model.of("audited")
                    .with("org.hibernate.envers.default_schema", "history")
                    .with("org.hibernate.envers.audit_table_suffix", "_log")
                    .without(List.of("6.6.56", "7.1.35", "7.3.13"), "no Envers of these is published in Central")
                    .insteadWith("6.6.53", "7.1.14", "7.3.2"),
            Model.of("basics"),
            Model.of("collections"),
            Model.of("composites").without(List.of("6.4.10", "6.5.3"), "they derive no key from a nested one"),
            Model.of("comments").whoseExportFails(EVERY, QUOTES),
            Model.of("constraints"),
            Model.of("definedkeys").whoseExportFails(SINCE_65, "Hibernate says how an identity is made once more"),
            Model.of("definitions"),
            Model.of("embeddables"),
            Model.of("enums"),
            Model.of("formulas"),
            Model.of("generated"),
            Model.of("hierarchies"),
            Model.of("history")
                    .with("hibernate.temporal.table_strategy", "HISTORY_TABLE")
                    .without(BEFORE_74, "Hibernate keeps a history by itself since 7.4"),
            Model.of("identifiers").whoseExportFails(List.of("7.1.35"), TWICE),
            Model.of("inheritance"),
            Model.of("json"),
            Model.of("keys"),
            Model.of("legacynames")
                    .with("hibernate.implicit_naming_strategy", "legacy-hbm")
                    .with("hibernate.id.db_structure_naming_strategy", "legacy")
                    .with("hibernate.default_schema", "library")
                    .with("hibernate.timezone.default_storage", "COLUMN")
                    .whoseExportFails(List.of("7.1.35"), TWICE),
            Model.of("names"),
            Model.of("newer").without(List.of("6.4.10", "6.5.3"), "embeddables have subclasses since Hibernate 6.6"),
            Model.of("operators").whoseExportFails(EVERY, "Hibernate quotes all of an index key as a column's name"),
            Model.of("plural"),
            Model.of("quoting").with("hibernate.globally_quoted_identifiers", "true"),
            Model.of("secondary"),
            Model.of("settings")
                    .with("hibernate.implicit_naming_strategy", "component-path")
                    .with(
                            "hibernate.physical_naming_strategy",
                            "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy")
                    .with("hibernate.id.db_structure_naming_strategy", "single")
                    .with("hibernate.auto_quote_keyword", "true")
                    .with("hibernate.column_ordering_strategy", "legacy")
                    .with("hibernate.discriminator.implicit_for_joined", "true")
                    .with("hibernate.discriminator.ignore_explicit_for_joined", "true")
                    .with("hibernate.hbm2ddl.default_constraint_mode", "NO_CONSTRAINT")
                    .with("hibernate.mapping.default_list_semantics", "LIST")
                    .with("hibernate.type.prefer_native_enum_types", "true")
                    .with("hibernate.type.prefer_locale_language_tag", "true")
                    .with("hibernate.type.preferred_array_jdbc_type", "VARBINARY")
                    .with("hibernate.type.preferred_boolean_jdbc_type", "SMALLINT")
                    .with("hibernate.type.preferred_duration_jdbc_type", "INTERVAL_SECOND")
                    .with("hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP")
                    .with("hibernate.type.preferred_uuid_jdbc_type", "CHAR")
                    .with("hibernate.type.wrapper_array_handling", "ALLOW")
                    .with("hibernate.use_nationalized_character_data", "true"),
            Model.of("since7").without(BEFORE_7, "they lack its annotations"),
            Model.of("singletable")
                    .with("hibernate.temporal.table_strategy", "SINGLE_TABLE")
                    .without(BEFORE_74, "Hibernate keeps a history by itself since 7.4"),
            Model.of("standard32").without(BEFORE_7, "they have Jakarta Persistence 3.1"),
            Model.of("structs")
                    .with("hibernate.default_schema", "ledger")
                    .without(List.of("6.4.10", "6.5.3"), "they take an array of a struct for one struct")
                    .whoseExportFails(EVERY, "Hibernate names the type of a struct without its schema"),
            Model.of("temporal"),
            Model.of("types"),
            Model.of("usertypes"),
            Model.of("validated"),
            Model.of("validation"),
            Model.of("views").whoseExportFails(EVERY, "Hibernate exports a foreign key to a view"));

    /** What the tests are compiled with. */
    static final String COMPILED = "6.6.56";

    private static final boolean ALL_LINES = "all".equals(System.getProperty("migrate.test.hibernate"));

    /** The oldest, the compiled and the newest; every line with {@code -Dmigrate.test.hibernate=all}. */
    static final List<String> VERSIONS = ALL_LINES ? EVERY : List.of("6.4.10", COMPILED, "7.4.13");

    /** What a version brings itself; the rest of its dependencies has kept its interface. */
    private static final Pattern OWN = Pattern.compile("(hibernate-(core|commons-annotations|envers|models|vector)"
            + "|jakarta.persistence-api|jboss-logging)-[0-9].*");

    /** Who changes the metadata when a session factory is built. */
    private static final Pattern INTEGRATORS = Pattern.compile("(hibernate-(envers|validator)|jakarta.validation).*");

    private static final Set<String> INTEGRATED = Set.of("audited", "validated", "validation");

    /** With columns that Hibernate 7.4 makes NOT NULL when a session factory is built. */
    private static final Set<String> GENERATORS = Set.of(
            "aggregates",
            "composites",
            "constraints",
            "generated",
            "hierarchies",
            "history",
            "plural",
            "since7",
            "singletable",
            "temporal");

    private Models() {}

    /** All of them, or those of {@code -Dmigrate.test.model=enums,json}. */
    static Stream<Model> tried() {
        String only = System.getProperty("migrate.test.model", "");
        return ALL.stream()
                .filter(model -> only.isEmpty() || List.of(only.split(",", -1)).contains(model.name()));
    }

    /** The versions that some model is tried with, each with its models. */
    static Map<String, List<Model>> triedByVersion() {
        Map<String, List<Model>> models = new TreeMap<>();
        Stream<String> versions = Stream.concat(
                VERSIONS.stream(), tried().flatMap(model -> ALL_LINES ? model.instead().stream() : Stream.empty()));
        versions.forEach(version -> models.put(
                version, tried().filter(model -> model.isFor(version)).toList()));
        return models;
    }

    /**
     * Whether it is read with those on the class path who change the metadata. With the compiled version all are; with
     * others those that need no session factory show what is read without one.
     */
    static boolean isIntegrated(String model, String version) {
        return version.equals(COMPILED)
                || INTEGRATED.contains(model)
                || (version.startsWith("7.4.") && GENERATORS.contains(model));
    }

    /** The directory of the compiled tests, or of the models that are compiled apart. */
    private static Path root(String model, ClassLoader classLoader) {
        String entities = PACKAGE.replace('.', '/') + model + "/";
        try {
            Path found = Path.of(Objects.requireNonNull(classLoader.getResource(entities), entities)
                    .toURI());
            return found.resolve("../".repeat(entities.split("/").length)).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The entities of one package, with what the model of that name sets. */
    public static EntitySource source(String model, ClassLoader classLoader) {
        EntitySource source = EntitySource.of(classLoader)
                .roots(List.of(root(model, classLoader)))
                .packages(List.of(PACKAGE + model))
                .postgresMajor(17);
        for (Model known : ALL) {
            if (known.name().equals(model)) {
                return known.set(source);
            }
        }
        return source;
    }

    /**
     * The tests' class path with another Hibernate in it, and with the models that only some can read.
     *
     * @param integrated whether those are on it who change the metadata when a session factory is built
     */
    static EntityClassLoader hibernate(String version, boolean integrated) {
        List<Path> classPath = new ArrayList<>(classPath(version));
        if (!integrated) {
            classPath.removeIf(path ->
                    INTEGRATORS.matcher(String.valueOf(path.getFileName())).matches());
        }
        List<Model> apart = ALL.stream()
                .filter(model -> model.isFor(version) && ApartModels.isApart(model))
                .toList();
        if (!apart.isEmpty()) {
            classPath.add(ApartModels.compile(version, jars(version), apart));
        }
        return EntityClassLoader.of(classPath);
    }

    /** The tests' class path with another Hibernate in it. */
    private static List<Path> classPath(String version) {
        List<Path> classPath = new ArrayList<>(jars(version));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> version.equals(COMPILED)
                        || !OWN.matcher(String.valueOf(path.getFileName())).matches())
                .forEach(classPath::add);
        return classPath;
    }

    static List<Path> jars(String version) {
        try (Stream<Path> jars = Files.list(Path.of("target", "hibernate", version))) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "target/hibernate is filled by the build: mvn -pl autogen generate-test-resources", e);
        }
    }
}
