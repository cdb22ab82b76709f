package dev.migrate.test;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where a history is, and where it is recorded. */
record HistorySettings(
        List<String> packages,
        Optional<String> versionTable,
        Optional<String> versionSchema,
        Map<String, String> arguments) {

    private static final String PACKAGES = "migrate.packages";

    HistorySettings {
        packages = List.copyOf(packages);
        arguments = Map.copyOf(arguments);
    }

    /**
     * What an annotation says and, for what it doesn't say, the parameters of JUnit.
     *
     * @param annotation null if there is none
     */
    static HistorySettings of(@Nullable MigratedDatabase annotation, Function<String, Optional<String>> parameters) {
        List<String> packages = annotation == null ? List.of() : List.of(annotation.packages());
        return new HistorySettings(
                packages.isEmpty()
                        ? parameters.apply(PACKAGES).map(HistorySettings::split).orElse(List.of())
                        : packages,
                given(annotation == null ? "" : annotation.versionTable())
                        .or(() -> parameters.apply("migrate.versionTable")),
                given(annotation == null ? "" : annotation.versionSchema())
                        .or(() -> parameters.apply("migrate.versionSchema")),
                annotation == null ? Map.of() : arguments(annotation.arguments()));
    }

    /** The same where something is given, otherwise what an application's properties say. */
    HistorySettings orElse(Function<String, Optional<String>> properties) {
        return new HistorySettings(
                packages.isEmpty() ? listed(properties) : packages,
                versionTable.or(() -> properties.apply("migrate.version-table")),
                versionSchema.or(() -> properties.apply("migrate.version-schema")),
                arguments);
    }

    /** In properties they are separated by commas, in YAML each one has an index. */
    private static List<String> listed(Function<String, Optional<String>> properties) {
        return properties.apply(PACKAGES).map(HistorySettings::split).orElseGet(() -> Stream.iterate(
                        0, index -> index + 1)
                .map(index -> properties.apply(PACKAGES + "[" + index + "]"))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList());
    }

    private static List<String> split(String names) {
        return List.of(names.strip().split("\\s*,\\s*", -1));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    private static Map<String, String> arguments(String[] texts) {
        Map<String, String> arguments = new TreeMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new MigrateException(
                        "@MigratedDatabase has the argument '" + text + "'. Expected key=value, for op.x(\"key\").");
            }
            arguments.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return arguments;
    }

    List<String> packagesOrDefault() {
        return packages.isEmpty() ? List.of(MigrateBuilder.DEFAULT_PACKAGE) : packages;
    }

    /**
     * The history on a database; nothing that it does is logged.
     *
     * @throws MigrateException if the packages hold no migration, or the history has errors
     */
    Migrate on(DataSource dataSource) {
        MigrateBuilder builder = Migrate.configure()
                .dataSource(dataSource)
                .packages(packagesOrDefault().toArray(String[]::new))
                // As on large tables: the form that needs the test.
                .onlineFrom(0)
                .quiet();
        versionTable.ifPresent(builder::versionTable);
        versionSchema.ifPresent(builder::versionSchema);
        arguments.forEach(builder::x);
        Migrate migrate = builder.build();
        if (migrate.graph().size() == 0) {
            throw new MigrateException(
                    "No migrations are in " + (packages.size() > 1 ? "the packages " : "the package ")
                            + String.join(", ", packagesOrDefault())
                            + ". Name their package: @MigratedDatabase(packages = …), or migrate.packages in"
                            + " junit-platform.properties.");
        }
        return migrate;
    }
}
