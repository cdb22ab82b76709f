package dev.migrate.revision;

import dev.migrate.MigrateException;
import java.util.List;

/** The revisions don't form a history. Lists everything that is wrong, each with the file to repair. */
public final class InvalidHistoryException extends MigrateException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // What List.copyOf returns is serializable, which its type does not say.
    private final List<String> errors;

    private InvalidHistoryException(List<String> errors) {
        super(text(errors));
        this.errors = List.copyOf(errors);
    }

    /** Says what keeps the revisions from forming a history. */
    public static InvalidHistoryException of(List<HistoryProblem> problems) {
        return new InvalidHistoryException(
                problems.stream().map(HistoryProblem::text).toList());
    }

    /** One sentence or two for each error. */
    public List<String> errors() {
        return errors;
    }

    private static String text(List<String> errors) {
        String count = errors.size() == 1 ? "an error" : errors.size() + " errors";
        return "The revision history has " + count + ":\n  - " + String.join("\n  - ", errors);
    }
}
