package dev.migrate.autogen.online;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.autogen.diff.dependency.CompositeTypes;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.DataChanges;
import dev.migrate.operation.DataOperation.Assignment;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of an existing table that becomes NOT NULL, and whose rows need a value first; or one that comes, stays
 * nullable, and is filled all the same.
 *
 * @param first what there is to do before; an added column, or other changes
 * @param nullable the column as it is then
 * @param required the column as it shall be
 * @param fill what rows without a value get, as SQL
 * @param reason why they get it, if nobody has said so
 * @param composite whether its values are rows, of which no check can ask whether they are there
 */
record RequiredColumn(
        Table table,
        List<Reversible> first,
        Column nullable,
        Column required,
        Optional<String> fill,
        List<String> reason,
        boolean composite) {

    static final String VALIDATED = "The check is validated outside a transaction while writes go on;"
            + " NOT NULL then relies on it instead of reading the table under a lock.";

    static final String REFILLED = "Filled twice: once the check is there, no row without a value comes in any more.";

    private static final String OPTIONAL =
            "Rows that come in meanwhile, from whoever doesn't know the column yet, stay without a value.";

    private static final String CORRECT = " Correct what it is computed from first, or its formula.";

    /** What an operation makes NOT NULL without saying what existing rows hold, or the options fill; empty if neither. */
    static Optional<RequiredColumn> of(
            Table table, Reversible operation, OnlineOptions options, CompositeTypes composites) {
        if (operation instanceof AddColumn add
                && add.column().isUnfilled()
                && !(add.column().nullable()
                        && options.fill(add.table(), add.column().name()).isEmpty())) {
            Column nullable = add.column().nullable(true);
            return Optional.of(new RequiredColumn(
                    table,
                    List.of(new AddColumn(add.table(), nullable, add.reference())),
                    nullable,
                    add.column(),
                    options.fill(add.table(), nullable.name()),
                    List.of(),
                    composites.contain(nullable.type())));
        }
        if (operation instanceof ChangeColumn change && isRequired(change)) {
            Column nullable = change.to().nullable(true);
            return Optional.of(new RequiredColumn(
                    table,
                    nullable.equals(change.from()) && change.using() == null
                            ? List.of()
                            : List.of(new ChangeColumn(
                                    change.table(), change.from(), nullable, change.using(), change.usingBack())),
                    nullable,
                    change.to(),
                    isComputed(change.to()) ? Optional.empty() : options.fill(change.table(), nullable.name()),
                    List.of(),
                    composites.contain(nullable.type())));
        }
        return Optional.empty();
    }

    /** The same with what rows get that is known without anybody's word. */
    RequiredColumn filled(String sql, String because) {
        return new RequiredColumn(table, first, nullable, required, Optional.of(sql), List.of(because), composite);
    }

    /** The same with what its rows have elsewhere. */
    RequiredColumn moved(String sql) {
        return new RequiredColumn(table, first, nullable, required, Optional.of(sql), List.of(), composite);
    }

    /** Whether its formula gives it its values, and nobody else can. */
    private static boolean isComputed(Column column) {
        return column.generated() != null;
    }

    /** Its key if rows can be filled. */
    List<String> fillable() {
        return isComputed(required) ? List.of() : List.of(key());
    }

    /** An identity has to be NOT NULL before it is one. */
    private static boolean isRequired(ChangeColumn change) {
        return change.from().nullable()
                && !change.to().nullable()
                && change.to().generator() == null;
    }

    String key() {
        return OnlineOptions.key(table.name(), required.name());
    }

    /** What there is to do before rows can be filled. */
    Paragraph beginning() {
        return new Paragraph(
                isAdded() && !isOptional()
                        ? List.of("NULL at first, so that existing rows can get a value below.")
                        : List.of(),
                first);
    }

    /** Whether rows may go on without a value. */
    private boolean isOptional() {
        return required.nullable();
    }

    boolean isAdded() {
        return first.stream().anyMatch(AddColumn.class::isInstance);
    }

    /**
     * All in one transaction: for a table that nobody uses or that gets another name later, and for rows as values.
     *
     * @param checksAtCommit whether changed rows have checks to come, with which PostgreSQL alters no table
     * @param isChecked whether rows without a value are refused before
     */
    Paragraph atOnce(boolean checksAtCommit, boolean isChecked) {
        List<Operation> operations = new ArrayList<>(first);
        fill.ifPresent(sql -> operations.add(new Update(table.name(), assignments(sql), missing())));
        boolean checksNow = fill.isPresent() && checksAtCommit;
        if (checksNow) {
            operations.add(new Execute("SET CONSTRAINTS ALL IMMEDIATE"));
        }
        if (!isOptional()) {
            operations.add(setNotNull());
        }
        List<String> comment = new ArrayList<>(reason);
        if (checksNow) {
            comment.add(
                    "What is checked at the commit otherwise is checked for the filled rows before the table changes.");
        }
        return new Paragraph(fill.isPresent() ? comment : placeholder("update", isChecked), operations);
    }

    /**
     * Fills the rows in batches, then lets PostgreSQL check them while writes go on: SET NOT NULL relies on a valid check
     * instead of reading the table under its lock (PostgreSQL manual, ALTER TABLE). Who doesn't know the column yet may
     * have inserted rows behind the batch that was filled last: behind the check, which refuses such rows from then on,
     * they are filled, too.
     *
     * @param inBatches whether the table has a primary key to fill it by; if not, all rows are filled by one statement, in a
     *     transaction of its own, which holds no lock but those of the rows
     * @param all what the migration does
     * @param isChecked whether rows without a value are refused before
     */
    Paragraph online(boolean inBatches, List<Reversible> all, boolean isChecked) {
        String name = checkName();
        Check check = Definitions.check(name, missing().replace("IS NULL", "IS NOT NULL"));
        Operation validate = new ValidateConstraint(table.name(), name);
        List<Operation> filling =
                fill.stream().map(sql -> filling(sql, inBatches)).toList();
        if (isOptional()) {
            List<String> comment = new ArrayList<>(List.of(OPTIONAL));
            all.stream().flatMap(operation -> outdated(operation).stream()).forEach(comment::add);
            return new Paragraph(comment, filling, inBatches ? List.of() : filling);
        }
        List<Operation> operations = new ArrayList<>(filling);
        operations.add(new AddConstraint(table.name(), check.notValid()));
        operations.addAll(filling);
        operations.add(validate);
        operations.add(setNotNull());
        operations.add(new DropConstraint(table.name(), check));
        List<Operation> alone = new ArrayList<>(inBatches ? List.of() : filling);
        alone.add(validate);
        List<String> comment = new ArrayList<>(reason);
        comment.addAll(fill.isPresent() ? List.of(REFILLED) : placeholder("backfill", isChecked));
        all.stream().flatMap(operation -> outdated(operation).stream()).forEach(comment::add);
        comment.add(VALIDATED);
        return new Paragraph(comment, operations, alone);
    }

    /** What to say of a column that rows are filled from and that is dropped in the end. */
    private Optional<String> outdated(Reversible operation) {
        if (operation instanceof DropColumn drop
                && drop.table().equals(table.name())
                && fill.map(SqlScript::tokens)
                        .filter(read ->
                                read.contains(SqlIdentifiers.quote(drop.column().name())))
                        .isPresent()) {
            String from = OnlineOptions.key(table.name(), drop.column().name());
            return Optional.of("What is written to " + from + " once its row is filled goes with it, and is not in "
                    + key() + ": drop it in a later migration, unless nobody writes to it any more.");
        }
        return Optional.empty();
    }

    private Operation filling(String sql, boolean inBatches) {
        return inBatches
                ? new Backfill(table.name(), assignments(sql), missing(), Backfill.DEFAULT_BATCH_SIZE, Duration.ZERO)
                : new Update(table.name(), assignments(sql), missing());
    }

    private List<Assignment> assignments(String sql) {
        return List.of(new Assignment(required.name(), sql));
    }

    /** A row IS NULL already if each of its fields is (PostgreSQL manual, 9.2 Comparison Functions and Operators). */
    private String missing() {
        return SqlIdentifiers.quote(required.name()) + (composite ? " IS NOT DISTINCT FROM NULL" : " IS NULL");
    }

    private Operation setNotNull() {
        return new ChangeColumn(table.name(), nullable, required, null, null);
    }

    /** What is required of the rows, as nothing says what those without a value get; empty if a formula does. */
    Optional<Require> requirement(RowRequirements requirements) {
        if (isComputed(required) || isOptional()) {
            return Optional.empty();
        }
        return isAdded()
                ? requirements.noRows(table.name(), required)
                : requirements.notNull(table.name(), required, missing());
    }

    /** What happens when nothing says what rows without a value get, and what to do. */
    String warning() {
        return "The migration fails if " + failure()
                + (isComputed(required)
                        ? CORRECT
                        : " Fill such rows in the file, or run again with -Dmigrate.overwrite " + option() + ".");
    }

    private String failure() {
        return isAdded()
                ? table.name() + " has rows, which have no value for " + key() + "."
                : "a row of " + table.name() + " has no value for " + key() + ".";
    }

    String option() {
        return OnlineOptions.backfillArgument(key());
    }

    /**
     * @param method of {@code DataChanges}: what is commented out leaves no import in the file
     * @param isChecked whether rows without a value are refused before
     */
    private List<String> placeholder(String method, boolean isChecked) {
        if (isComputed(required)) {
            return List.of("As it is, this fails if " + failure() + CORRECT);
        }
        String imported = " (import static " + DataChanges.class.getName() + "." + method + "), or generate again with "
                + option() + ":";
        return List.of(
                isChecked
                        ? "op.require refuses to begin while " + failure()
                                + " To fill such rows here, replace it by this" + imported
                        : "As it is, this fails if " + failure() + " Fill such rows here" + imported,
                "op." + method + "(" + method + "(\""
                        + OfferedCode.inLiteral(table.name().toString()) + "\").setSql(\""
                        + OfferedCode.inLiteral(required.name()) + "\", \"<SQL>\").where(\""
                        + OfferedCode.inLiteral(missing()) + "\"));");
    }

    private String checkName() {
        QualifiedName name = table.name();
        ConventionalNames names = new ConventionalNames();
        table.constraints().stream()
                .map(Constraint::name)
                .filter(Objects::nonNull)
                .forEach(taken -> names.reserve(name.sibling(taken)));
        return names.notNullCheck(name, required.name());
    }
}
