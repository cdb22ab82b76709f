package dev.migrate.maven.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewRevisionTest {

    private static final RevisionGraph HISTORY =
            RevisionGraph.of(List.of(revision("3f2a81c0b7d4", "billing"), revision("3f9e52d1a6b8", "users")));

    @Test
    void whatItDependsOnIsWrittenWhollyAndLabelsAsTheyAre() {
        NewRevision revision = revision().dependsOn(HISTORY, List.of("3f2", "users"));

        assertThat(revision.dependsOn()).containsExactly("3f2a81c0b7d4", "users");
        assertThatCode(() -> revision.requireFitting(HISTORY)).doesNotThrowAnyException();
    }

    @Test
    void aBeginningOfSeveralIdsIsNothingToDependOn() {
        assertThatThrownBy(() -> revision().dependsOn(HISTORY, List.of("3f")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Multiple revisions start with '3f': 3f2a81c0b7d4, 3f9e52d1a6b8. Give more of the id.");
    }

    @Test
    void whatWouldKeepTheHistoryFromLoadingIsRefused() {
        NewRevision revision = revision()
                .labels(List.of("feature-x", "head", "billing", "3f9e52d1a6b8"))
                .dependsOn(HISTORY, List.of("3f2", "3f2a81c0b7d4"));

        assertThatThrownBy(() -> revision.requireFitting(HISTORY))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        No revision is written, since the history could not be read with it:
                          - Branch label 'feature-x' (the new revision) is malformed: labels are 1 to 64 letters, digits, underscores and dots.
                          - Branch label 'head' (the new revision) means something else in a target.
                          - Branch label '3f9e52d1a6b8' (the new revision) is the id of another revision (R3f9e52d1a6b8.java).
                          - Branch label 'billing' is used more than once: the new revision, R3f2a81c0b7d4.java. Descendants have it by themselves: leave it at the revision where the branch starts.
                          - Revision 0b1c (the new revision) depends on 3f2a81c0b7d4 twice.""");
    }

    private static NewRevision revision() {
        return NewRevision.empty("0b1c", List.of("3f9e52d1a6b8"), "Add invoices");
    }

    private static RevisionInfo revision(String id, String label) {
        return new RevisionInfo(
                id, List.of(), List.of(), List.of(label), "", null, "db.migrations.R" + id, "R" + id + ".java", "");
    }
}
