package dev.migrate.lint;

import dev.migrate.ddl.BackfillSql;
import dev.migrate.ddl.Statement;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.runtime.offline.RecordedOperation;
import dev.migrate.runtime.offline.RecordedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

    private final List<Hazard> hazards = new ArrayList<>();
    private final KnownSchema schema = new KnownSchema();
    private final ColumnHazards columns = new ColumnHazards(schema, this::add);
    private final ConstraintHazards constraints = new ConstraintHazards(schema, this::add);
    private final RawTableHazards tables = new RawTableHazards(schema, columns, constraints, this::add);
    private final RawHazards raw = new RawHazards(schema, tables, this::add);
    private final GoneObjects gone = new GoneObjects(schema, this::add);
    private final Operation.Visitor<Boolean> operations =
            new OperationHazards(schema, columns, constraints, raw, tables, this::add);
    private final BranchConflicts branches;
    private @Nullable RevisionInfo linted;

    private Linter(BranchConflicts branches) {
        this.branches = branches;
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
        Linter linter = new Linter(new BranchConflicts(graph, recorded::get));
        before.forEach(linter::learn);
        revisions.forEach(linter::lint);
        return new LintReport(
                revisions.stream().map(one -> one.upgrade().step().revision()).toList(), linter.hazards, List.of());
    }

    private void learn(RecordedRevision recorded) {
        recorded.recorded().forEach(one -> look(one, false));
        constraints.finish();
    }

    private void lint(Recorded revision) {
        RecordedRevision recorded = revision.upgrade();
        linted = recorded.step().revision();
        raw.revision(recorded.statements());
        gone.revision(recorded.statements());
        recorded.recorded().forEach(one -> look(one, true));
        constraints.finish();
        wholeRevision(revision);
        linted = null;
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
        statements.forEach(this::anyStatement);
    }

    /** What any operation's SQL may have, whoever wrote it. */
    private void anyStatement(Statement statement) {
        gone.statement(statement.sql());
        String shape = RawText.of(statement.sql()).shape();
        if (LOSES_DATA.matcher(shape).matches()) {
            add(Rule.CASCADE_LOSES_DATA, "", "What depends on it goes too, with its data: " + statement.sql());
        } else if (CASCADE.matcher(shape).matches()) {
            add(Rule.CASCADE, "", "Whatever depends on it goes too: " + statement.sql());
        }
        var domain = DOMAIN_CHECK.matcher(shape);
        if (domain.matches()) {
            String name = RawText.qualifiedName(domain.group(1)).toString();
            add(
                    Rule.CONSTRAINT_SCAN,
                    name,
                    "Checking the domain " + name
                            + " reads every table that has a column of it: writes wait until it is done (SHARE).");
        }
    }

    private void wholeRevision(Recorded revision) {
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
                .ifPresent(
                        sql -> add(Rule.NOT_ATOMIC, "", "If this fails, what comes before it stays committed: " + sql));
        branches.leftBy(upgrade.step().revision())
                .forEach(one -> add(Rule.BRANCHES_CONFLICT, one.object(), one.text()));
        if (!upgrade.complete()) {
            add(Rule.NOT_SEEN, "", "What it does over JDBC is not known.");
        }
        if (revision.downgrade() == Downgrade.THROWS) {
            add(Rule.NO_DOWNGRADE, "", "There is no way back: downgrade throws.");
        } else if (revision.downgrade() == Downgrade.NOTHING && !statements.isEmpty()) {
            add(Rule.NO_DOWNGRADE, "", "There is no way back: downgrade does nothing.");
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

    private void add(Rule rule, Object object, String text) {
        if (linted != null) {
            hazards.add(new Hazard(linted, rule, object.toString(), text));
        }
    }
}
