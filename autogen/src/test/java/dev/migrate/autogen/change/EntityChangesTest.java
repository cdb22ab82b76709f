package dev.migrate.autogen.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.change.ChangeRun.Side;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each change of the tables, with rows, up, down and up again: the application reads them before and after. None goes
 * wrong without a word, and none stops half way through.
 *
 * <p>{@code -Dmigrate.changes=inheritance} picks those whose names contain it.
 */
@PostgresTest
class EntityChangesTest {

    private static final String PICKED = System.getProperty("migrate.changes", "");

    @TempDir
    private static Path directory;

    private static final Map<EntityChange, ChangeRun> RUNS = new ConcurrentHashMap<>();

    private static final Map<EntityChange, String> BROKEN = new ConcurrentHashMap<>();

    static List<EntityChange> changes() {
        return Stream.of(
                        InheritanceChanges.ALL,
                        StructureChanges.ALL,
                        LinkChanges.ALL,
                        KnownValueChanges.ALL,
                        GeneratorChanges.ALL,
                        BasicChanges.ALL)
                .flatMap(List::stream)
                .filter(change -> change.name().contains(PICKED))
                .toList();
    }

    /** The compiler is called twice for all of them. */
    @BeforeAll
    static void writeAll() throws IOException {
        Map<String, String> entities = new TreeMap<>();
        List<EntityChange> changes = changes();
        for (int i = 0; i < changes.size(); i++) {
            ChangeRun run = new ChangeRun(changes.get(i), "c%03d".formatted(i), directory);
            RUNS.put(changes.get(i), run);
            entities.putAll(run.sources(Side.BEFORE));
            entities.putAll(run.sources(Side.AFTER));
        }
        CompiledClasses.compile(entities, List.of(), directory);
        for (ChangeRun run : RUNS.values()) {
            copy(run, Side.BEFORE);
            copy(run, Side.AFTER);
        }
        Map<String, String> migrations = new TreeMap<>();
        changes.parallelStream().forEach(change -> {
            ChangeRun run = RUNS.get(change);
            try {
                String source = run.write();
                if (!source.isEmpty()) {
                    synchronized (migrations) {
                        migrations.put(run.migrationName(), source);
                    }
                }
            } catch (RuntimeException e) {
                BROKEN.put(change, "can't be tried: " + e);
            }
        });
        if (!migrations.isEmpty()) {
            CompiledClasses.compile(migrations, List.of(), directory);
        }
    }

    /** Each application's classes are looked for in a directory of their own. */
    private static void copy(ChangeRun run, Side side) throws IOException {
        Path root = directory.resolve("roots").resolve(run.packageName(side)).resolve(run.packageName(side));
        Files.createDirectories(root);
        try (Stream<Path> classes = Files.list(directory.resolve(run.packageName(side)))) {
            for (Path file : classes.toList()) {
                Files.copy(file, root.resolve(file.getFileName()));
            }
        }
    }

    @AfterAll
    static void close() {
        RUNS.values().forEach(ChangeRun::close);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void comesOut(EntityChange change) {
        ChangeRun run = RUNS.get(change);
        String outcome = BROKEN.containsKey(change) ? BROKEN.get(change) : run.outcome();
        String expected =
                change.outcome() == Outcome.ASKED ? "REFUSED" : change.outcome().name();

        assertThat(outcome).as(run.said()).isEqualTo(expected);
        assertThat(run.said()).contains(change.words());
    }

    @Test
    void eachHasANameOfItsOwn() {
        List<String> names =
                new ArrayList<>(changes().stream().map(EntityChange::name).toList());

        assertThat(names).doesNotHaveDuplicates();
    }
}
