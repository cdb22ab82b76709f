package dev.migrate.revision.loading;

import dev.migrate.revision.HistoryCheck;
import dev.migrate.revision.HistoryProblem;
import dev.migrate.revision.InvalidHistoryException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes revisions of annotated classes, and finds all that is wrong with them at once. */
public final class Revisions {

    private final List<RevisionInfo> revisions = new ArrayList<>();
    private final List<HistoryProblem> problems = new ArrayList<>();

    private Revisions(Collection<AnnotatedClass> classes) {
        for (AnnotatedClass one : classes) {
            try {
                revisions.add(one.revision());
            } catch (DateTimeException e) {
                RevisionInfo timeless = one.timeless();
                revisions.add(timeless);
                problems.add(new HistoryProblem(
                        List.of(timeless),
                        "Revision " + one.id() + " (" + one.where() + ") has a malformed time of creation: "
                                + e.getMessage() + ". Expected an ISO-8601 instant such as 2024-12-09T10:00:00Z."));
            }
        }
    }

    private List<HistoryProblem> allProblems() {
        return Stream.concat(
                        problems.stream().sorted(Comparator.comparing(HistoryProblem::text)),
                        HistoryCheck.problems(revisions).stream())
                .toList();
    }

    /** What is wrong with them; empty if they form a history. */
    public static List<HistoryProblem> problems(Collection<AnnotatedClass> classes) {
        return new Revisions(classes).allProblems();
    }

    static RevisionGraph graph(Collection<AnnotatedClass> classes) {
        Revisions found = new Revisions(classes);
        if (!found.problems.isEmpty()) {
            throw InvalidHistoryException.of(found.allProblems());
        }
        return RevisionGraph.of(found.revisions);
    }
}
