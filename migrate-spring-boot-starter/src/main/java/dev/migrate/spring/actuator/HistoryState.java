package dev.migrate.spring.actuator;

import dev.migrate.InterruptedRevision;
import dev.migrate.Status;
import dev.migrate.revision.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the database of a history is.
 *
 * @param current the applied heads
 * @param pending the ids of the revisions that an upgrade would apply
 * @param neverRun the ids of the revisions that count as applied and have never run here
 * @param interrupted the ids of the revisions that a run left half applied or half reverted
 */
record HistoryState(List<String> current, List<String> pending, List<String> neverRun, List<String> interrupted) {

    static HistoryState of(Status status) {
        return new HistoryState(
                List.copyOf(status.current()),
                ids(status.pending()),
                ids(status.neverRun()),
                status.interrupted().stream().map(InterruptedRevision::revision).toList());
    }

    /** Whether the application may rely on the database. */
    boolean isCurrent() {
        return pending.isEmpty() && interrupted.isEmpty();
    }

    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("current", current);
        details.put("pending", pending);
        details.put("neverRun", neverRun);
        details.put("interrupted", interrupted);
        return details;
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}
