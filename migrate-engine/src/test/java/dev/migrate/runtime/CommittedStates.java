package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What others see of a database during a run that nobody disturbs: after each commit, what the journal says and what is
 * there. A run that was killed must have left one of these.
 */
final class CommittedStates implements RunListener {

    private static final String JOURNAL = """
            SELECT revision, outcome, statement, CASE WHEN revision::int % 6 = 5 THEN state END
            FROM migrate_journal ORDER BY id""";
    private static final String TABLES =
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename !~ '^migrate_' ORDER BY 1";

    /**
     * A state between two commits.
     *
     * @param entry the journal's latest entry
     * @param contents the schema without INVALID indexes, and the rows
     * @param versions the version rows, which change together with an entry {@code done}
     */
    private record State(String entry, String contents, String versions) {

        /** What must be found behind the entry. */
        String expected() {
            return contents + "\nat " + versions;
        }
    }

    private final TestDatabase database;
    private final List<State> states = new ArrayList<>();
    private int entries;
    private int statements;

    CommittedStates(TestDatabase database) {
        this.database = database;
        states.add(new State("", contents(database), ""));
    }

    /** How many statements the run has begun. */
    int statements() {
        return statements;
    }

    @Override
    public void revisionStarted(Step step) {
        look();
    }

    @Override
    public void revisionFinished(Step step, Duration duration) {
        look();
    }

    @Override
    public void statementStarted(Step step, String sql) {
        statements++;
        look();
    }

    private void look() {
        List<String> journal = journal(database);
        if (journal.isEmpty() || last(states).entry().equals(last(journal))) {
            return;
        }
        String contents = contents(database);
        String versions = versions(database);
        // Between two entries that come together nothing else happened.
        for (String entry : journal.subList(Math.max(entries - 1, 0), journal.size())) {
            if (!entry.equals(last(states).entry())) {
                boolean done = entry.contains("|done|");
                states.add(new State(
                        entry, contents, done ? versions : last(states).versions()));
            }
        }
        entries = journal.size();
    }

    /** Fails unless the database is in one of these states, namely in the one that its journal tells. */
    void requireOneOf(TestDatabase killed) {
        List<String> journal = journal(killed);
        String entry = journal.isEmpty() ? "" : last(journal);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).entry().equals(entry)) {
                expected.add(states.get(i).expected());
                if (entry.contains("|started|")) {
                    // The statement that had begun may be complete.
                    expected.add(states.get(i + 1).expected());
                }
            }
        }
        assertThat(expected).as("Known states with the entry " + entry).isNotEmpty();
        assertThat(contents(killed) + "\nat " + versions(killed))
                .as("Behind the entry " + entry)
                .isIn(expected);
        if (!entry.contains("|started|")) {
            assertThat(invalid(killed))
                    .as("INVALID indexes behind the entry " + entry)
                    .isEmpty();
        }
    }

    /** Fails unless the database is in the last of these states. */
    void requireFinal(TestDatabase completed) {
        assertThat(contents(completed) + "\nat " + versions(completed))
                .isEqualTo(last(states).expected());
        assertThat(invalid(completed)).isEmpty();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static List<String> journal(TestDatabase database) {
        boolean exists = database.query("SELECT to_regclass('migrate_journal') IS NOT NULL")
                .equals("t");
        return exists ? database.query(JOURNAL).lines().toList() : List.of();
    }

    private static String invalid(TestDatabase database) {
        return database.query("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid");
    }

    private static String contents(TestDatabase database) {
        String schema = SchemaDump.of(
                        database, "public.migrate_version", "public.migrate_journal", "public.migrate_journal_id_seq")
                .lines()
                .filter(line -> !line.matches("  index .* invalid"))
                .collect(Collectors.joining("\n"));
        String rows = database.query(TABLES)
                .lines()
                .map(table -> table + " "
                        + database.query("SELECT count(*), md5(string_agg(row::text, ';' ORDER BY id))" + " FROM "
                                + table + " AS row"))
                .collect(Collectors.joining("\n"));
        return schema + "\n" + rows;
    }

    private static String versions(TestDatabase database) {
        boolean exists = database.query("SELECT to_regclass('migrate_version') IS NOT NULL")
                .equals("t");
        return exists ? database.query("SELECT revision FROM migrate_version ORDER BY 1") : "";
    }
}
