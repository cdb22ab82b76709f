package dev.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviationsTest {

    @Test
    void eachIsToldOfWithWhatToDo() {
        Deviations deviations = new Deviations(
                true,
                List.of(new RevisionInfo(
                        "0002", List.of("0001"), List.of(), List.of(), "email", null, "db.R0002", null, "")),
                List.of(new RevisionInfo(
                        "0003", List.of("0002"), List.of(), List.of(), "phone", null, "db.R0003", null, "")),
                Optional.of("To have it run: mvn migrate:upgrade"),
                Optional.empty());

        assertThat(deviations.changedIds()).containsExactly("0002");
        assertThat(deviations.neverRunIds()).containsExactly("0003");
        assertThat(deviations.sentences())
                .containsExactly(
                        "Revision 0002 (email) was changed after it was applied: it no longer does what it did here."
                                + " Put it back, and write what is new as another revision: mvn migrate:revision",
                        "Revision 0003 (phone) counts as applied and has never run here: it was put below what was"
                                + " applied before.",
                        "To have it run: mvn migrate:upgrade");
    }

    @Test
    void aDatabaseOutOfReachIsADoubtAndNoFailure() {
        Deviations deviations = Deviations.of(() -> {
            throw new MigrateException("No connection to the database: refused");
        });

        assertThat(deviations)
                .isEqualTo(new Deviations(
                        false,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of("Whether applied migrations were changed can't be told: No connection to the"
                                + " database: refused")));
        assertThat(deviations.sentences()).isEmpty();
    }
}
