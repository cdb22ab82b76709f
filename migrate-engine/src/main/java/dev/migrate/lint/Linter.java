package dev.migrate.lint;

import dev.migrate.ddl.BackfillSql;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RecordedOperation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for hazards in recorded revisions, one after the other as they run. What the history did before is looked at
 * only for what it tells about the tables; what the revisions themselves create is empty, and nobody uses it.
 */
public final class Linter {

    private static final Pattern CASCADE =
            Pattern.compile("(?i)(?:DROP|TRUNCATE) .* CASCADE|ALTER .* DROP [^,]* CASCADE(?: ,.*)?");
    private static final Pattern LOSES_DATA =
            Pattern.compile("(?i)DROP (?:(?:SCHEMA|TYPE|DOMAIN|EXTENSION) .* CASCADE|OWNED .*)");
    private static final Pattern DOMAIN_CHECK =
            Pattern.compile("(?i)ALTER DOMAIN (\\S+(?: \\. \\S+)?) (?:ADD|SET NOT NULL|VALIDATE)(?!.* NOT VALID$).*");

    /** A statement that fails where a row isn't as it demands, and its table. */
    private static final Pattern DEMANDING = Pattern.compile(
            "(?i)ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<altered>(?:\\S+ \\. )?\\S+) (?:.* )?VALIDATE CONSTRAINT \\S+.*"
                    + "|CREATE UNIQUE INDEX CONCURRENTLY .*?\\bON (?:ONLY )?(?<indexed>(?:\\S+ \\. )?\\S+) .*");

    /** What doesn't say any of this loses nothing, and what is new is made by CREATE. */
    private static final Pattern MAY_LOSE = Pattern.compile("(?i)\\b(?:CREATE|ALTER|DROP|TRUNCATE|DELETE|INTO)\\b");

    private final List<Hazard> hazards = new ArrayList<>();
    private final KnownSchema schema = new KnownSchema();
    private final Findings findings = new Findings() {
        @Override
        public void add(Rule rule, Object object, String text) {
            add(rule, object, text, false);
        }

        @Override
        public void loses(Rule rule, Object object, String text) {
            add(rule, object, text, true);
        }

        private void add(Rule rule, Object object, String text, boolean losesData) {
            if (linted != null) {
                hazards.add(new Hazard(linted, rule, object.toString(), text, losesData));
            }
        }
    };
    private final ColumnHazards columns;
    private final ConstraintHazards constraints = new ConstraintHazards(schema, findings);
    private final RawTableHazards tables;
    private final RawHazards raw;
    private final GoneObjects gone = new GoneObjects(schema, findings);
    private final Operation.Visitor<Boolean> operations;
    private @Nullable RevisionInfo linted;

    /** Whether the revision has done something, and whether something of it is committed. */
    private boolean hasBegun;

    private boolean isCommitted;

    /** What the queries name that are run before the first statement. */
    private Set<String> required = Set.of();

    private Linter(ColumnTypes types) {
        columns = new ColumnHazards(schema, types, findings);
        tables = new RawTableHazards(schema, columns, constraints, findings);
        raw = new RawHazards(schema, tables, findings);
        operations = new OperationHazards(schema, columns, constraints, raw, tables, findings);
    }

    /** One that looks for nothing but what is lost. */
    static Linter ofLosses(ColumnTypes types) {
        return new Linter(types);
    }

    /** A revision as it was recorded: its upgrade, and what its downgrade does. */
    public record Recorded(RecordedRevision upgrade, Downgrade downgrade) {}

    /** What a revision's downgrade does. */
    public enum Downgrade {
        SOMETHING,
        NOTHING,
        THROWS
    }

    /**
     * Looks at revisions.
     *
     * @param graph the history that they are part of
     * @param before what the history did before them, in its order
     * @param revisions in the order in which they run
     */
    public static LintReport lint(RevisionGraph graph, List<RecordedRevision> before, List<Recorded> revisions) {
        Map<RevisionInfo, RecordedRevision> recorded = Stream.concat(
                        before.stream(), revisions.stream().map(Recorded::upgrade))
                .collect(Collectors.toMap(one -> one.step().revision(), one -> one));
        Linter linter = new Linter(ColumnTypes.NONE);
        BranchConflicts branches = new BranchConflicts(graph, recorded::get);
        before.forEach(linter::learn);
        revisions.forEach(revision -> linter.lint(revision, branches));
        return new LintReport(
                revisions.stream().map(one -> one.upgrade().step().revision()).toList(), linter.hazards, List.of());
    }

    private void learn(RecordedRevision recorded) {
        recorded.recorded().forEach(one -> look(one, false));
        constraints.finish();
    }

    private void lint(Recorded revision, BranchConflicts branches) {
        RecordedRevision recorded = revision.upgrade();
        begin(recorded);
        recorded.recorded().forEach(one -> look(one, true));
        constraints.finish();
        wholeRevision(revision, branches);
        linted = null;
    }

    private void begin(RecordedRevision recorded) {
        linted = recorded.step().revision();
        hasBegun = false;
        isCommitted = false;
        required = recorded.operations().stream()
                .filter(Require.class::isInstance)
                .flatMap(require -> SqlScript.tokens(((Require) require).sql()).stream())
                .collect(Collectors.toUnmodifiableSet());
        raw.revision(recorded.statements());
        gone.revision(recorded.statements());
    }

    /** Looks at what a revision does, in whichever direction, and not at the revision as a whole. */
    void lookOnly(RecordedRevision recorded) {
        begin(recorded);
        recorded.recorded().stream()
                .filter(one -> one.statements().stream()
                        .anyMatch(statement -> MAY_LOSE.matcher(statement.sql()).find()))
                .forEach(one -> look(one, true));
        constraints.finish();
        linted = null;
    }

    List<Hazard> losses() {
        return hazards.stream().filter(Hazard::losesData).toList();
    }

    private void look(RecordedOperation recorded, boolean inRange) {
        List<Statement> statements = recorded.statements();
        if (statements.stream().anyMatch(Predicate.not(Statement::transactional))) {
            constraints.commit();
        }
        if (recorded.operation().accept(operations)) {
            schema.apply(recorded.operation(), inRange);
        } else {
            statements.forEach(statement -> raw.statement(statement.sql(), inRange));
        }
        if (!(recorded.operation() instanceof Require)) {
            statements.forEach(this::anyStatement);
        }
    }

    /** What any operation's SQL may have, whoever wrote it. */
    private void anyStatement(Statement statement) {
        gone.statement(statement.sql());
        String shape = RawText.of(statement.sql()).shape();
        isCommitted |= hasBegun && !statement.transactional();
        demands(shape, statement);
        hasBegun = true;
        isCommitted |= !statement.transactional();
        if (LOSES_DATA.matcher(shape).matches()) {
            findings.loses(
                    Rule.CASCADE_LOSES_DATA, "", "What depends on it goes too, with its data: " + statement.sql());
        } else if (CASCADE.matcher(shape).matches()) {
            findings.add(Rule.CASCADE, "", "Whatever depends on it goes too: " + statement.sql());
        }
        var domain = DOMAIN_CHECK.matcher(shape);
        if (domain.matches()) {
            String name = RawText.qualifiedName(domain.group(1)).toString();
            findings.add(
                    Rule.CONSTRAINT_SCAN,
                    name,
                    "Checking the domain " + name
                            + " reads every table that has a column of it: writes wait until it is done (SHARE).");
        }
    }

    private void demands(String shape, Statement statement) {
        Matcher demanding = DEMANDING.matcher(shape);
        if (isCommitted && demanding.matches()) {
            String altered = demanding.group("altered");
            QualifiedName table = RawText.qualifiedName(altered == null ? demanding.group("indexed") : altered);
            boolean isLookedAt =
                    required.contains(table.name()) || required.contains(SqlIdentifiers.quote(table.name()));
            if (!schema.table(table).isNew() && !isLookedAt) {
                findings.add(
                        Rule.VALIDATE_AFTER_COMMIT,
                        table,
                        "If a row of " + table
                                + " isn't as it demands, this fails when what comes before it is committed: "
                                + statement.sql());
            }
        }
    }

    private void wholeRevision(Recorded revision, BranchConflicts branches) {
        RecordedRevision upgrade = revision.upgrade();
        // A requirement is checked before anything is done: that leaves nothing half done.
        List<Statement> statements = upgrade.recorded().stream()
                .filter(one -> !(one.operation() instanceof Require))
                .flatMap(one -> one.statements().stream())
                .toList();
        boolean inside = statements.stream().anyMatch(Statement::transactional);
        upgrade.recorded().stream()
                .flatMap(one -> outside(one).stream())
                .findFirst()
                .filter(any -> inside)
                .ifPresent(sql -> findings.add(
                        Rule.NOT_ATOMIC, "", "If this fails, what comes before it stays committed: " + sql));
        branches.leftBy(upgrade.step().revision())
                .forEach(one -> findings.add(Rule.BRANCHES_CONFLICT, one.object(), one.text()));
        if (!upgrade.complete()) {
            findings.add(Rule.NOT_SEEN, "", "What it does over JDBC is not known.");
        }
        if (revision.downgrade() == Downgrade.THROWS) {
            findings.add(Rule.NO_DOWNGRADE, "", "There is no way back: downgrade throws.");
        } else if (revision.downgrade() == Downgrade.NOTHING && !statements.isEmpty()) {
            findings.add(Rule.NO_DOWNGRADE, "", "There is no way back: downgrade does nothing.");
        }
    }

    /** What of it can't be in a transaction; of a backfill, what its author wrote and not the block that does so in batches. */
    private static Optional<String> outside(RecordedOperation recorded) {
        return recorded.statements().stream()
                .filter(Predicate.not(Statement::transactional))
                .findFirst()
                .map(statement -> recorded.operation() instanceof Backfill backfill
                        ? new BackfillSql(backfill).written()
                        : statement.sql());
    }
}
