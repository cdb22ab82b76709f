package dev.migrate.runtime.offline;

import dev.migrate.JdbcWork;
import dev.migrate.MigrateException;
import dev.migrate.Outcome;
import dev.migrate.TransactionMode;
import dev.migrate.ddl.BackfillSql;
import dev.migrate.ddl.CopyText;
import dev.migrate.ddl.LoneStatement;
import dev.migrate.ddl.LoneStatement.BuildIndex;
import dev.migrate.ddl.PsqlText;
import dev.migrate.ddl.RequirementSql;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.ddl.WrittenSql;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RowChange;
import dev.migrate.revision.Step;
import dev.migrate.runtime.DeferredConstraints;
import dev.migrate.runtime.HomeSchema;
import dev.migrate.runtime.Placement;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.runtime.Sink;
import dev.migrate.runtime.connection.ScriptSession;
import dev.migrate.runtime.journal.CatalogState;
import dev.migrate.runtime.journal.Journal;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.runtime.journal.StepText;
import dev.migrate.runtime.journal.VersionTable;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A script for psql: each revision between BEGIN and COMMIT, with its version rows and its journal entry; statements
 * that can't be in a transaction outside. It stops at the first error, and does nothing in a database that isn't where
 * the script starts.
 */
final class ScriptSink implements Sink {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private final Appendable out;
    private final RunSettings settings;
    private final ServerVersion server;
    private final VersionTable versionTable;
    private final Journal journal;
    private final ScriptEntries entries;
    private final ScriptLock lock;
    private @Nullable Step step;
    private Progress progress = new Progress();
    private List<Require> checked = List.of();
    private int reached;
    private boolean open;

    /** Whether the revision has had SQL that may have left anything in the session: a script can't ask the server. */
    private boolean written;

    /** Whether it may have changed where its journal is found, and who writes it. */
    private boolean changed;

    ScriptSink(Appendable out, RunSettings settings, ServerVersion server) {
        this.out = out;
        this.settings = settings;
        this.server = server;
        String schema = settings.homeSchema().orElse(null);
        this.versionTable = new VersionTable(QualifiedName.of(schema, settings.versionTable()));
        this.journal = new Journal(QualifiedName.of(schema, settings.journalTable()));
        this.entries = new ScriptEntries(versionTable, journal);
        this.lock = new ScriptLock(versionTable.name());
    }

    /** @param rows what the version table must hold */
    void start(Set<String> rows) {
        header();
        if (rows.isEmpty()) {
            createTables();
        }
        statement(lock.acquireSql());
        statement(versionTable.requireSql(rows));
    }

    /** Begins a script that runs wherever the database is, and forgets that. */
    void startPurging() {
        header();
        createTables();
        statement(lock.acquireSql());
        comment("Running purge of " + versionTable.name());
        ensureOpen();
        statement(versionTable.purgeSql());
    }

    private void header() {
        // A transaction that has failed must not be kept for what somebody types next.
        write("\\set ON_ERROR_STOP on \\set ON_ERROR_ROLLBACK off \\set AUTOCOMMIT on\n\n");
        comment("For PostgreSQL " + server.major());
        statement(ScriptSession.keepSql());
        set();
    }

    private void createTables() {
        settings.homeSchema()
                .ifPresent(schema -> statement("CREATE SCHEMA IF NOT EXISTS " + SqlIdentifiers.quote(schema)));
        statement(versionTable.createSql());
        statement(journal.createSql());
    }

    /** The next revision begins where these rows are. */
    void at(Set<String> rows) {
        entries.begin(rows);
    }

    /** What a revision has committed without being complete would be done again. */
    void requireWhole() {
        statement(journal.requireWholeSql());
    }

    /** What is half applied of other revisions than a stamp is about would be forgotten. */
    void requireWhole(Set<String> revisions) {
        if (!revisions.isEmpty()) {
            statement(journal.requireWholeSql(revisions));
        }
    }

    private void set() {
        ScriptSettings.of(settings).forEach(this::statement);
    }

    /** What a revision sets is neither for the next one nor for where the version table is looked for. */
    private void reset() {
        if (written) {
            statement(ScriptSession.restoreSql());
            set();
            written = false;
            changed = false;
        }
    }

    @Override
    public ServerVersion server() {
        return server;
    }

    @Override
    public boolean offline() {
        return true;
    }

    @Override
    public String currentSchema() {
        return settings.searchPath().stream().findFirst().orElse("public");
    }

    @Override
    public void begin(Step next, List<Require> requirements) {
        step = next;
        checked = requirements;
        progress = new Progress();
        reached = 0;
        comment(StepText.running(next));
        ensureOpen();
        if (!requirements.isEmpty()) {
            statement(RequirementSql.check(requirements).sql());
        }
    }

    private void comment(String text) {
        write("-- " + BREAKS.matcher(text).replaceAll(" ") + "\n\n");
    }

    @Override
    public void apply(Operation operation, List<Statement> statements) {
        if (operation instanceof Require requirement) {
            if (!checked.contains(requirement)) {
                ensureOpen();
                statements.forEach(statement -> statement(statement.sql()));
            }
            return;
        }
        for (Statement statement : statements) {
            boolean resets = SessionSettings.resetsAll(statement.sql());
            write(operation, statement, () -> {
                write(resets ? ScriptSession.beforeReset() : "");
                statement(text(operation, statement));
                write(resets ? ScriptSession.behindReset() : "");
            });
        }
    }

    /** A backfill keeps the journal up to date, so that it is no matter who goes on with it: psql or a run. */
    private String text(Operation operation, Statement statement) {
        String revision = running().revision().id();
        return operation instanceof Backfill backfill
                ? new BackfillSql(backfill)
                        .resumableScript(
                                changed ? ScriptSession.AS_BEFORE : "",
                                journal.stateSql(revision),
                                state -> journal.updateSql(revision, state))
                        .sql()
                : settings.homeSchema()
                        .map(home -> HomeSchema.spared(statement, home))
                        .orElse(statement)
                        .sql();
    }

    /** Psql sends the lines behind the statement as its rows (manual of psql, COPY … FROM STDIN). */
    @Override
    public void copy(BulkInsert insert, Statement copy) {
        write(insert, copy, () -> {
            write(copy.sql() + ";\n");
            CopyText.forEachChunk(insert, (bytes, length) -> {
                write(new String(bytes, 0, length, StandardCharsets.UTF_8));
                progress.include(bytes, length);
            });
            write(CopyText.END + "\n");
        });
    }

    private void write(Operation operation, Statement statement, Runnable text) {
        String sql = statement.sql();
        boolean isAuthors = operation instanceof Execute || operation instanceof CustomOperation;
        changed |= SessionSettings.changes(sql) || (isAuthors && SessionSettings.mayChangeByCalling(sql));
        written |= changed || isAuthors || SessionSettings.createsTemporary(sql);
        switch (Placement.of(statement)) {
            case INSIDE -> inside(operation, statement, text);
            case LAST -> {
                inside(operation, statement, text);
                append(Outcome.REACHED, progress.mark());
                commit();
            }
            case APART -> {
                if (mayCommit(sql)) {
                    // A script can't find out whether it does: it gets no transaction.
                    alone(operation, statement, text);
                } else {
                    apart(operation, statement, text);
                }
            }
            case ALONE -> alone(operation, statement, text);
        }
    }

    /** Whether a statement may end its transaction, or be refused in one: what runs an author's procedure. */
    private static boolean mayCommit(String sql) {
        return SqlScript.tokens(sql).stream()
                .limit(1)
                .anyMatch(word -> word.equalsIgnoreCase("CALL") || word.equalsIgnoreCase("DO"));
    }

    /** As in a run: a transaction of its own, with the entry that keeps it from being done twice. */
    private void apart(Operation operation, Statement statement, Runnable text) {
        if (open && reached < progress.statement()) {
            append(Outcome.REACHED, progress.mark());
        }
        commit();
        inside(operation, statement, text);
        append(Outcome.REACHED, progress.mark());
        commit();
    }

    private void inside(Operation operation, Statement statement, Runnable text) {
        ensureOpen();
        progress.advance(operation, statement);
        text.run();
    }

    /** The journal says how far the revision has got, so that a run can complete what the script could not. */
    private void alone(Operation operation, Statement statement, Runnable text) {
        String sql = statement.sql();
        Progress.Mark before = progress.mark();
        progress.advance(operation, statement);
        append(
                Outcome.STARTED,
                before.beginning(progress.mark(), null),
                LoneStatement.of(sql).accept(CatalogState.INSTANCE));
        commit();
        // As in a run: see SessionSettings.alone.
        boolean patient = SessionSettings.isPatient(sql, settings);
        if (patient) {
            lockTimeout(settings.lockWait());
        }
        if (LoneStatement.of(sql) instanceof BuildIndex build && build.onlyIfMissing()) {
            // As in a run, which makes room for every build; without IF NOT EXISTS PostgreSQL refuses.
            build.name()
                    .map(name -> CatalogState.dropInvalidSql(build.table(), name))
                    .ifPresent(query -> write(PsqlText.of(query) + " \\gexec\n\n"));
        }
        if (operation instanceof Backfill) {
            // Each of its batches is a statement in a run, but all of them are one here.
            statement("SET statement_timeout = 0");
            written = true;
        }
        text.run();
        write(ScriptEntries.RESULT);
        if (operation instanceof Backfill) {
            statement(ScriptSettings.statementTimeout(settings));
        }
        if (patient) {
            lockTimeout(settings.lockTimeout());
        }
        append(Outcome.REACHED, progress.mark());
    }

    private void lockTimeout(Duration timeout) {
        statement(ScriptSettings.lockTimeout(timeout));
    }

    private void append(Outcome outcome, Progress.Mark mark) {
        append(outcome, mark, Literals.literal(mark.state()));
    }

    private void append(Outcome outcome, Progress.Mark mark, String state) {
        ensureOpen();
        reached = mark.statement();
        statement(entries.appendSql(running(), outcome, mark, state, changed));
    }

    @Override
    public void work(JdbcWork work) {
        throw new MigrateException("Revision " + running().revision().id()
                + " calls op.withConnection(…), so it needs a database and can't be written as a script. Apply it with"
                + " mvn migrate:" + StepText.action(running())
                + "; or let the migration ask op.offline() and say what it does in SQL.");
    }

    @Override
    public void finish(Step finished) {
        ensureOpen();
        reset();
        boolean alone = settings.transaction() == TransactionMode.REVISION;
        if (!alone) {
            DeferredConstraints.CHECK.forEach(this::statement);
        }
        for (RowChange change : finished.rowChanges()) {
            statement(versionTable.checkedSql(change));
        }
        append(Outcome.DONE, progress.contents());
        if (alone) {
            commit();
        }
    }

    /** Writes how the version table changes when nothing else does: from some rows to others. */
    void stamp(List<RowChange> changes, Set<String> before, Set<String> rows) {
        comment(StepText.stamping(before, rows));
        ensureOpen();
        changes.forEach(change -> statement(versionTable.checkedSql(change)));
        for (String revision : rows.isEmpty() ? Set.of("base") : rows) {
            statement(journal.appendSql(revision, Journal.STAMP, Journal.NOW, Outcome.DONE, new Progress().contents()));
        }
        end();
    }

    /** Commits the rest, and lets others migrate. */
    void end() {
        commit();
        statement(ScriptLock.releaseSql());
    }

    private void commit() {
        if (open) {
            statement("COMMIT");
            open = false;
            if (changed) {
                // As in a run these two end with the transaction; what else a migration has set is for its revision.
                statement(ScriptSession.restoreRoleSql());
                lockTimeout(settings.lockTimeout());
            }
        }
    }

    private void ensureOpen() {
        if (!open) {
            statement("BEGIN");
            open = true;
        }
    }

    private Step running() {
        if (step == null) {
            throw new IllegalStateException("No revision runs");
        }
        return step;
    }

    private void statement(String sql) {
        write(WrittenSql.part(PsqlText.of(sql.stripTrailing())) + ";\n\n");
    }

    private void write(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new MigrateException("The script can't be written: " + e.getMessage(), e);
        }
    }
}
