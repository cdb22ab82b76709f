package dev.migrate.runtime;

import dev.migrate.InterruptedRevision;
import dev.migrate.JournalEntry;
import dev.migrate.MigrateException;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SqlErrors;
import dev.migrate.runtime.journal.Journalled;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads what is applied and what was done. Changes nothing, takes no lock. */
public final class Inspection {

    private final RunSettings settings;
    private final DataSource dataSource;

    public Inspection(RunSettings settings, DataSource dataSource) {
        this.settings = settings;
        this.dataSource = dataSource;
    }

    /**
     * The rows of the version table, sorted; none if there is no table. Two round trips.
     *
     * @throws MigrateException if the database can't be read
     */
    public Set<String> applied() {
        return read(Session::applied);
    }

    /**
     * The rows of the version table, sorted. Two round trips.
     *
     * @throws MigrateException if the database can't be read, or an applied revision is half reverted
     */
    public Set<String> appliedWholly() {
        return read(session -> {
            Map<String, Boolean> reverting = session.reverting();
            session.requireNone(reverting);
            return reverting.keySet();
        });
    }

    /** The revisions that a run left half applied or half reverted, by id. */
    public List<InterruptedRevision> interrupted() {
        return read(Standing::interrupted);
    }

    /** All that the database tells. */
    public Standing standing() {
        return read(Standing::of);
    }

    /** The latest entries of the journal, the newest first. */
    public List<JournalEntry> journal(int limit) {
        return read(session ->
                session.survey().hasJournal() ? session.journal().latest(session.connection(), limit) : List.of());
    }

    /** What is applied according to the journal, which knows the parents of revisions that this history doesn't have. */
    public Journalled journalled() {
        return read(Session::journalled);
    }

    private <T> T read(Session.Reading<T> reading) {
        try (Session session = Session.open(dataSource, settings)) {
            return session.read(reading);
        } catch (SQLException e) {
            throw SqlErrors.unexpected("Reading what is applied", e, new Redaction(settings.secrets()));
        }
    }
}
