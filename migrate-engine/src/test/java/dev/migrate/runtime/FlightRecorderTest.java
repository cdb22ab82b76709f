package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java Flight Recorder has of a run. */
@PostgresTest
class FlightRecorderTest {

    @TempDir
    Path directory;

    @Test
    void recordsEachRevisionAndEachStatementWithItsFailure(TestDatabase database) throws Exception {
        Migrate migrate =
                TestHistory.configure(database, ResumeTest.Concurrent.class).build();
        List<RecordedEvent> events;
        try (Recording recording = new Recording()) {
            recording.start();
            assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");
            recording.stop();
            Path file = directory.resolve("migrate.jfr");
            recording.dump(file);
            assertThat(Files.size(file)).isPositive();
            events = RecordingFile.readAllEvents(file);
        }

        List<RecordedEvent> revisions = named(events, "dev.migrate.Revision");
        assertThat(revisions)
                .extracting(event -> event.getString("revision") + " " + event.getString("direction"))
                .containsExactly("0001 upgrade", "0002 upgrade");
        assertThat(revisions.get(0).getString("failure")).isNull();
        assertThat(revisions.get(1).getString("failure")).contains("could not create unique index");

        List<RecordedEvent> statements = named(events, "dev.migrate.Statement");
        assertThat(statements)
                .filteredOn(event -> event.getString("failure") != null)
                .singleElement()
                .satisfies(
                        failed -> assertThat(failed.getString("sql")).startsWith("CREATE UNIQUE INDEX CONCURRENTLY"));
        assertThat(statements).allSatisfy(event -> assertThat(event.getDuration())
                .isLessThanOrEqualTo(revisions.stream()
                        .filter(revision -> revision.getString("revision").equals(event.getString("revision")))
                        .findFirst()
                        .orElseThrow()
                        .getDuration()));
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }
}
