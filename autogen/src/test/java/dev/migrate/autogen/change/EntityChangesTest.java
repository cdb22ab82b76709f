package dev.migrate.autogen.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each change of the tables, with rows that Hibernate stores, up, down and up again: the application reads them before
 * and after. None goes wrong without a word, and none stops half way through.
 *
 * <p>{@code -Dmigrate.changes=inheritance} picks those whose names match it.
 */
@PostgresTest
class EntityChangesTest {

    private static final Pattern PICKED = Pattern.compile(System.getProperty("migrate.changes", ""));

    @TempDir
    private static Path directory;

    private static final Map<EntityChange, ChangeRun> RUNS = new ConcurrentHashMap<>();

    private static final Map<EntityChange, String> OUTCOMES = new ConcurrentHashMap<>();

    private static final Map<Object, RuntimeException> FAILURES = new ConcurrentHashMap<>();

    private static final Map<String, Origin> ORIGINS = new TreeMap<>();

    static List<EntityChange> changes() {
        return Stream.of(
                        InheritanceChanges.ALL,
                        StructureChanges.ALL,
                        LinkChanges.ALL,
                        KnownValueChanges.ALL,
                        GeneratorChanges.ALL,
                        BasicChanges.ALL,
                        TypeChanges.ALL,
                        EnumChanges.ALL,
                        ConstraintChanges.ALL,
                        KeyChanges.ALL)
                .flatMap(List::stream)
                .filter(change -> PICKED.matcher(change.name()).find())
                .toList();
    }

    /** The compiler is called three times for all of them: for entities, first migrations and second ones. */
    @BeforeAll
    static void runAll() throws IOException {
        Project project = new Project(directory);
        List<EntityChange> changes = changes();
        Map<String, String> entities = new TreeMap<>();
        for (int i = 0; i < changes.size(); i++) {
            EntityChange change = changes.get(i);
            entities.putAll(ChangeRun.sources(change, id(i)));
            if (!ORIGINS.containsKey(key(change))) {
                Origin origin = new Origin(project, id(i), change);
                ORIGINS.put(key(change), origin);
                entities.putAll(origin.sources());
            }
        }
        CompiledClasses.compile(entities, List.of(), directory);
        for (String name : entities.keySet()) {
            copy(project, name.substring(0, name.indexOf('.')));
        }
        Map<EntityChange, Origin> origins = new LinkedHashMap<>();
        changes.forEach(change -> origins.put(change, ORIGINS.get(key(change))));
        compile(ORIGINS.values().parallelStream()
                .map(origin -> tried(origin, () -> Map.of(origin.first().className(), origin.write())))
                .toList());
        ORIGINS.values().parallelStream()
                .forEach(origin -> tried(origin, () -> {
                    origin.store();
                    return Map.of();
                }));
        for (int i = 0; i < changes.size(); i++) {
            EntityChange change = changes.get(i);
            RUNS.put(change, new ChangeRun(change, origins.get(change), project, id(i)));
        }
        compile(changes.parallelStream()
                .map(change -> tried(change, () -> RUNS.get(change).write()))
                .toList());
        changes.parallelStream()
                .forEach(change -> tried(change, () -> {
                    OUTCOMES.put(change, RUNS.get(change).outcome());
                    return Map.of();
                }));
    }

    private static String key(EntityChange change) {
        return change.before() + "\n" + change.rows();
    }

    /** One that can't be tried doesn't keep the others from being. */
    private static Map<String, String> tried(Object which, Supplier<Map<String, String>> work) {
        if (FAILURES.containsKey(which)) {
            return Map.of();
        }
        try {
            return work.get();
        } catch (RuntimeException e) {
            FAILURES.put(which, e);
            return Map.of();
        }
    }

    private static String id(int index) {
        return "%03d".formatted(index);
    }

    private static void compile(List<Map<String, String>> sources) {
        Map<String, String> all = sources.stream()
                .flatMap(some -> some.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        CompiledClasses.compile(all, List.of(), directory);
    }

    /** Each application's classes are looked for in a directory of their own. */
    private static void copy(Project project, String packageName) throws IOException {
        Path root = project.root(packageName).resolve(packageName);
        if (Files.exists(root)) {
            return;
        }
        Files.createDirectories(root);
        try (Stream<Path> classes = Files.list(directory.resolve(packageName))) {
            for (Path file : classes.toList()) {
                Files.copy(file, root.resolve(file.getFileName()));
            }
        }
    }

    @AfterAll
    static void close() {
        RUNS.values().forEach(ChangeRun::close);
        ORIGINS.values().forEach(Origin::close);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void comesOut(EntityChange change) {
        ChangeRun run = RUNS.get(change);
        assertThat(FAILURES.get(ORIGINS.get(key(change)))).isNull();
        assertThat(FAILURES.get(change)).isNull();
        String outcome = OUTCOMES.get(change);
        String said = String.join("\n", run.said());

        String expected = change.outcome() == Outcome.ASKED
                ? Outcome.REFUSED.name()
                : change.outcome().name();
        assertThat(outcome).as(said + "\n" + run.source() + "\n" + run.error()).isEqualTo(expected);
        assertThat(change.words()).allSatisfy(words -> assertThat(said + "\n" + run.source() + "\n" + run.error())
                .contains(words));
        if (change.outcome() == Outcome.RIGHT && change.words().isEmpty()) {
            assertThat(said).as("nothing is lost").doesNotContain(" are lost");
        }
    }

    /** What became of how many changes of a kind. */
    @Test
    void areOfTheseClasses() {
        Assumptions.assumeTrue(PICKED.pattern().isEmpty());
        Map<String, Long> classes = changes().stream()
                .collect(Collectors.groupingBy(
                        change -> change.name().substring(0, change.name().indexOf(':')) + ", " + change.outcome(),
                        TreeMap::new,
                        Collectors.counting()));
        List<String> lines = new ArrayList<>();
        classes.forEach((kind, count) -> lines.add(count + " " + kind));

        assertThat(String.join("\n", lines)).isEqualTo("""
                3 basic, loses what is said
                7 basic, nothing to do
                3 basic, refused before the first statement
                50 basic, right
                3 basic, right; the way back refused before the first statement
                1 constraint, loses what is said
                1 constraint, nothing to do
                3 constraint, refused before the first statement
                18 constraint, right
                2 constraint, right; the way back refused before the first statement
                1 enum, loses what is said
                2 enum, nothing to do
                8 enum, refused before the first statement
                26 enum, right
                3 enum, right; the way back refused before the first statement
                26 generator, right
                2 inheritance, loses what is said
                1 inheritance, not written, with the reason
                1 inheritance, nothing to do
                7 inheritance, refused before the first statement
                31 inheritance, right
                3 inheritance, right; the way back refused before the first statement
                3 key, loses what is said
                2 key, refused before the first statement
                24 key, right
                1 key, right; the way back refused before the first statement
                2 known, asks the author
                8 known, right
                3 links, loses what is said
                2 links, refused before the first statement
                13 links, right
                7 structure, loses what is said
                4 structure, nothing to do
                6 structure, refused before the first statement
                25 structure, right
                1 structure, right; the way back refused before the first statement
                8 type, asks the author
                4 type, loses what is said
                3 type, nothing to do
                6 type, refused before the first statement
                58 type, right
                3 type, right; the way back refused before the first statement
                """.strip());
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(changes().stream().map(EntityChange::name)).doesNotHaveDuplicates();
    }
}
