package dev.migrate.runtime;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A history of the migrations that are nested in a class of the test. */
final class TestHistory {

    private TestHistory() {}

    static RevisionGraph of(Class<?> holder) {
        return RevisionGraph.of(Arrays.stream(holder.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(Revision.class))
                .map(TestHistory::info)
                .toList());
    }

    private static RevisionInfo info(Class<?> migration) {
        Revision revision = migration.getAnnotation(Revision.class);
        return new RevisionInfo(
                revision.id(),
                List.of(revision.revises()),
                List.of(revision.dependsOn()),
                List.of(revision.labels()),
                revision.message(),
                revision.created().isEmpty() ? null : Instant.parse(revision.created()),
                migration.getName(),
                null,
                "");
    }

    /** On tables of a few rows, run as on large ones: what commits on the way is what most tests are about. */
    static MigrateBuilder configure(TestDatabase database, Class<?> holder) {
        return Migrate.configure()
                .dataSource(database.dataSource())
                .history(of(holder))
                .classLoader(TestHistory.class.getClassLoader())
                .onlineFrom(0);
    }

    /** Remembers what a run tells, one line each. */
    static final class Told implements RunListener {

        private final List<String> lines = new ArrayList<>();

        @Override
        public synchronized void notice(String text) {
            lines.add(text);
        }

        synchronized String text() {
            return String.join("\n", lines);
        }
    }
}
