package dev.migrate.test;

import dev.migrate.MigrateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a database in a Spring context that Spring keeps from test class to test class. One class at a time has it, and
 * the context's DataSource leads to that class's database: so classes that differ in nothing else share a context. Classes
 * that run at the same time have a slot each, hence a context each.
 */
final class SpringSlot {

    private @Nullable Origin origin;
    private @Nullable TestDatabase current;
    private boolean taken;

    /** Hibernate's optimizers keep numbers from before: a fresh sequence would give some of them again. */
    private List<LastValue> sequences = List.of();

    /** What databases are cloned from. */
    private record Origin(ServerChoice server, HistorySettings settings, Seeds seeds) {}

    private record LastValue(String sequence, long value) {}

    /** Takes the slot, unless another class has it. */
    synchronized boolean take() {
        boolean free = !taken;
        taken = true;
        return free;
    }

    /** Gives the slot back, and the database up. */
    synchronized void free() {
        retire();
        taken = false;
    }

    /** Says what to clone, as soon as the context's properties are known. */
    synchronized void clones(ServerChoice server, HistorySettings settings, Seeds seeds) {
        origin = new Origin(server, settings, seeds);
    }

    /**
     * The database of the test that runs now, made when it is first asked for.
     *
     * @throws MigrateException if none runs, or there is no template
     */
    synchronized TestDatabase database() {
        if (current == null) {
            if (!taken || origin == null) {
                throw new MigrateException("The DataSource of this context leads to the database of a test with"
                        + " @MigratedDatabase, and none runs now. Stop what still uses it when a test is over.");
            }
            current = Template.of(origin.server(), origin.settings(), Template.HEAD, origin.seeds())
                    .newDatabase();
            continueSequences(current);
        }
        return current;
    }

    /** Gives up the database; the next one is made when it is asked for. */
    synchronized void retire() {
        if (current != null) {
            sequences = lastValues(current);
            current.close();
            current = null;
        }
    }

    private static List<LastValue> lastValues(TestDatabase database) {
        List<LastValue> values = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT format('%I.%I', schemaname, sequencename), last_value
                    FROM pg_catalog.pg_sequences WHERE last_value IS NOT NULL ORDER BY 1\
                    """)) {
            while (rows.next()) {
                values.add(new LastValue(rows.getString(1), rows.getLong(2)));
            }
        } catch (SQLException e) {
            throw new MigrateException("The sequences of a test's database can't be read: " + e.getMessage(), e);
        }
        return values;
    }

    private void continueSequences(TestDatabase database) {
        if (sequences.isEmpty()) {
            return;
        }
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement set = connection.prepareStatement(
                        "SELECT setval(oid, ?) FROM to_regclass(?) AS oid WHERE oid IS NOT NULL")) {
            for (LastValue last : sequences) {
                set.setLong(1, last.value());
                set.setString(2, last.sequence());
                set.execute();
            }
        } catch (SQLException e) {
            throw new MigrateException("The sequences of a test's database can't be set: " + e.getMessage(), e);
        }
    }
}
