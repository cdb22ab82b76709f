package dev.migrate.revision;

import java.util.List;
import java.util.Set;

/** The migrations that lead from what is applied to a target, in the order in which they run. */
public record Plan(List<Step> steps) {

    /** With nothing to do. */
    public static final Plan EMPTY = new Plan(List.of());

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * The rows of the version table after the last step.
     *
     * @param rows the rows that the plan was made for
     */
    public Set<String> rowsAfter(Set<String> rows) {
        return Rows.after(
                rows, steps.stream().flatMap(step -> step.rowChanges().stream()).toList());
    }
}
