package dev.migrate.lint;

import dev.migrate.revision.RecordedRevision;
import java.util.List;

/** Finds what revisions lose for good, one after the other as they run, upwards or downwards. */
public final class DataLoss {

    private final Linter linter;

    /** @param types of what earlier revisions have created */
    public DataLoss(ColumnTypes types) {
        this.linter = Linter.ofLosses(types);
    }

    /** Looks at a revision. What the ones before have created is empty. */
    public void look(RecordedRevision revision) {
        linter.lookOnly(revision);
    }

    /** What is lost so far, in the order in which it happens. */
    public List<Hazard> found() {
        return linter.losses();
    }
}
