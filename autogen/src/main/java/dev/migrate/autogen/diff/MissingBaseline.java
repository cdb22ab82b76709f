package dev.migrate.autogen.diff;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a first revision is about to be written that only changes what a database has by other means. */
public final class MissingBaseline {

    private static final int NAMED = 5;

    private MissingBaseline() {}

    /** A sentence that says so, and what to do instead; empty if these migrations alone make a database. */
    public static Optional<String> of(Difference difference, RevisionGraph history) {
        List<QualifiedName> present = difference.before().tables().stream()
                .map(Table::name)
                .filter(name -> difference.after().table(name).isPresent())
                .sorted()
                .toList();
        if (present.isEmpty() || !history.topological().isEmpty()) {
            return Optional.empty();
        }
        String names =
                present.stream().limit(NAMED).map(QualifiedName::toString).collect(Collectors.joining(", "));
        String more = present.size() > NAMED ? " and " + (present.size() - NAMED) + " more" : "";
        return Optional.of("No revision creates " + names + more + ", which the database has by other means: this one"
                + " makes no new database, and check and verify will fail on their scratch database. Delete it, and begin"
                + " with a baseline: a revision that creates what there is, and mvn migrate:stamp for databases that have"
                + " it (docs/adopting.md).");
    }
}
