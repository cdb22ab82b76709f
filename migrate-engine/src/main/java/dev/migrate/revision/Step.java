package dev.migrate.revision;

import java.util.List;
import java.util.Set;

/**
 * One migration to run, and how the version table changes with it.
 *
 * @param rowChanges in the order in which to make them
 */
public record Step(RevisionInfo revision, Direction direction, List<RowChange> rowChanges) {

    public Step {
        rowChanges = List.copyOf(rowChanges);
    }

    /**
     * The rows of the version table after this step.
     *
     * @param rows the rows before it
     * @throws IllegalArgumentException if these are not the rows that the step was planned for
     */
    public Set<String> rowsAfter(Set<String> rows) {
        return Rows.after(rows, rowChanges);
    }
}
