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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The entities under {@code model}, a package for each feature, and the Hibernates that they are tried with. */
public final class Models {

    public static final List<String> ALL =
            List.of("agents", "inheritance", "collections", "types", "constraints", "names", "aggregates", "validated");

    /** What the tests are compiled with. */
    static final String COMPILED = "6.6.40";

    /** The oldest, the compiled and the newest; every line with {@code -Dmigrate.test.hibernate=all}. */
    static final List<String> VERSIONS = "all".equals(System.getProperty("migrate.test.hibernate"))
            ? List.of("6.4.10", "6.5.3", COMPILED, "7.1.11", "7.2.6", "7.3.13", "7.4.6")
            : List.of("6.4.10", COMPILED, "7.4.6");

    /** What a version brings itself; the rest of its dependencies has kept its interface. */
    private static final Pattern OWN = Pattern.compile(
            "(hibernate-(core|commons-annotations|models)|jakarta.persistence-api|jboss-logging)-[0-9].*");

    private Models() {}

    /** The directory of the compiled tests. */
    static Path root() {
        try {
            return Path.of(Models.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static EntitySource source(String model, ClassLoader classLoader) {
        return EntitySource.of(classLoader)
                .roots(List.of(root()))
                .packages(List.of("dev.migrate.autogen.jpa.model." + model))
                .postgresMajor(17);
    }

    /** The tests' class path with another Hibernate in it. */
    static EntityClassLoader hibernate(String version) {
        Stream<Path> tests = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
        if (version.equals(COMPILED)) {
            return EntityClassLoader.of(tests.toList());
        }
        List<Path> classPath = new ArrayList<>(jars(version));
        tests.filter(path -> !OWN.matcher(String.valueOf(path.getFileName())).matches())
                .forEach(classPath::add);
        return EntityClassLoader.of(classPath);
    }

    private static List<Path> jars(String version) {
        try (Stream<Path> jars = Files.list(Path.of("target", "hibernate", version))) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "target/hibernate is filled by the build: mvn -pl autogen generate-test-resources", e);
        }
    }
}
