package dev.migrate.runtime;

import dev.migrate.InterruptedRevision;
import dev.migrate.JournalEntry;
import dev.migrate.Outcome;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.Journalled;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a database tells of the history that was applied to it.
 *
 * @param rows those of the version table, sorted; none if there is no table
 * @param interrupted the revisions that a run left half applied or half reverted, by id
 * @param journalled what is applied according to the journal, which knows the parents of revisions that a history lacks
 * @param journal all of its entries, the newest first
 * @param server the server's version
 */
public record Standing(
        Set<String> rows,
        List<InterruptedRevision> interrupted,
        Journalled journalled,
        List<JournalEntry> journal,
        ServerVersion server) {

    /** Reads it over one connection. */
    static Standing of(Session session) throws SQLException {
        boolean hasJournal = session.survey().hasJournal();
        return new Standing(
                session.applied(),
                interrupted(session),
                session.journalled(),
                hasJournal ? session.journal().latest(session.connection(), Integer.MAX_VALUE) : List.of(),
                session.survey().server());
    }

    /** The checksum that each revision had when it was last applied, by revision. */
    public Map<String, String> checksums() {
        Map<String, String> checksums = new HashMap<>();
        for (JournalEntry entry : journal) { // The newest comes first.
            if (entry.action().equals("upgrade") && entry.outcome() == Outcome.DONE) {
                checksums.putIfAbsent(entry.revision(), entry.checksum());
            }
        }
        return checksums;
    }

    static List<InterruptedRevision> interrupted(Session session) throws SQLException {
        return session.interruptions().values().stream()
                .map(Interruption::published)
                .sorted(Comparator.comparing(InterruptedRevision::revision))
                .toList();
    }
}
