package dev.migrate.lint;

import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What raw {@code ALTER TABLE} does to a table in use. */
final class RawTableHazards {

    private static final Pattern ADD_COLUMN =
            Pattern.compile("(ADD (?:COLUMN )?(IF NOT EXISTS )?(\\S+)) \\S.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SET_DEFAULT =
            Pattern.compile("ALTER (?:COLUMN )?(\\S+) (?:SET DEFAULT .*|DROP DEFAULT)", Pattern.CASE_INSENSITIVE);

    private final KnownSchema schema;
    private final ColumnHazards columns;
    private final ConstraintHazards constraints;
    private final Findings findings;

    /** What follows the table's name, and what it does; the first that matches counts. */
    private final List<Form> forms = List.of(
            form("DROP CONSTRAINT (?:IF EXISTS )?(\\S+)(?: .*)?", this::dropConstraint),
            form("VALIDATE CONSTRAINT (\\S+)", this::validate),
            form("DROP (?:COLUMN )?(?:IF EXISTS )?(\\S+)(?: .*)?", this::dropColumn),
            form("ALTER (?:COLUMN )?(\\S+) SET NOT NULL", this::setNotNull),
            form(
                    "ALTER (?:COLUMN )?(\\S+) (?:SET DATA )?TYPE (.*?)(?: COLLATE (\\S+(?: \\. \\S+)?))?(?: USING (.*))?",
                    this::setType),
            form("ALTER (?:COLUMN )?(\\S+) SET EXPRESSION .*", this::setExpression),
            form("RENAME CONSTRAINT (\\S+) TO (\\S+)", this::renameConstraint),
            form("RENAME TO (\\S+)", this::renameRaw),
            form("SET SCHEMA (\\S+)", this::moveTable),
            form("RENAME (?:COLUMN )?(?!CONSTRAINT )(\\S+) TO (\\S+)", this::renameColumn),
            form(
                    "ATTACH PARTITION ((?:\\S+ \\. )?\\S+) .*",
                    (table, found) -> attach(table, RawText.qualifiedName(found.group(1)))),
            form("DETACH PARTITION (?!.* (?:CONCURRENTLY|FINALIZE)$).*", (table, found) -> detach(table)),
            form(
                    "ADD (?:CONSTRAINT (\\S+) )?(?:(PRIMARY KEY)|UNIQUE) USING INDEX (?!TABLESPACE )(\\S+)(?: .*)?",
                    this::useIndex),
            form("ALTER (?:COLUMN )?(\\S+) DROP NOT NULL", this::dropNotNull),
            form("ADD (?:CONSTRAINT (\\S+) )?NOT NULL (\\S+)(?: NO INHERIT)?( NOT VALID)?", this::addNotNull),
            form("SET (?:LOGGED|UNLOGGED|TABLESPACE .*|ACCESS METHOD .*)", this::rewrite));

    private interface Action {
        void on(QualifiedName table, Matcher found);
    }

    private record Form(Pattern pattern, Action action) {}

    RawTableHazards(KnownSchema schema, ColumnHazards columns, ConstraintHazards constraints, Findings findings) {
        this.schema = schema;
        this.columns = columns;
        this.constraints = constraints;
        this.findings = findings;
    }

    private static Form form(String regex, Action action) {
        return new Form(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), action);
    }

    /** @param only whether partitions, and tables that inherit from it, are left alone */
    void alter(QualifiedName table, boolean only, RawText actions, boolean inRange) {
        actions.splitAtCommas().forEach(action -> action(table, only, action, inRange));
    }

    private void action(QualifiedName table, boolean only, RawText action, boolean inRange) {
        String shape = action.shape();
        Matcher value = SET_DEFAULT.matcher(shape);
        if (value.matches() && !only) {
            columns.setDefault(table, RawText.name(value.group(1)));
        }
        Matcher column = ADD_COLUMN.matcher(shape);
        Optional<Form> known = forms.stream()
                .filter(form -> form.pattern().matcher(shape).matches())
                .findFirst();
        Optional<Constraint> constraint = RawConstraint.of(shape);
        if (known.isPresent()) {
            apply(known.get(), table, shape);
        } else if (constraint.isPresent() && only && schema.table(table).isPartitioned()) {
            schema.table(table).add(constraint.get());
        } else if (constraint.isPresent()) {
            add(table, constraint.get());
        } else if (column.matches()) {
            RawText definition = action.behind(column.group(1));
            Column added = RawColumn.of(RawText.name(column.group(3)), definition);
            AddColumn add = new AddColumn(table, column.group(2) == null ? added : added.ifNotExists());
            columns.add(add);
            schema.apply(add, inRange);
            RawColumn.constraints(table, column.group(3), definition).forEach(one -> add(table, one));
        }
        constraints.lock(table);
    }

    private void add(QualifiedName table, Constraint constraint) {
        constraints.add(table, constraint);
        schema.table(table).add(constraint);
    }

    private static void apply(Form form, QualifiedName table, String shape) {
        Matcher matcher = form.pattern().matcher(shape);
        if (matcher.matches()) {
            form.action().on(table, matcher);
        }
    }

    private void dropConstraint(QualifiedName table, Matcher found) {
        schema.table(table).dropConstraint(RawText.name(found.group(1)));
    }

    private void renameConstraint(QualifiedName table, Matcher found) {
        schema.table(table).renameConstraint(RawText.name(found.group(1)), RawText.name(found.group(2)));
    }

    private void setExpression(QualifiedName table, Matcher found) {
        String column = RawText.name(found.group(1));
        columns.setExpression(table, column, schema.table(table).column(column));
    }

    private void validate(QualifiedName table, Matcher found) {
        String constraint = RawText.name(found.group(1));
        constraints.validate(new ValidateConstraint(table, constraint));
        schema.table(table).validate(constraint);
    }

    private void dropColumn(QualifiedName table, Matcher found) {
        String column = RawText.name(found.group(1));
        columns.drop(table, column);
        schema.table(table).drop(column);
    }

    private void setNotNull(QualifiedName table, Matcher found) {
        String column = RawText.name(found.group(1));
        columns.notNull(table, column, schema.table(table).column(column));
        schema.table(table).setNullable(column, false);
    }

    private void dropNotNull(QualifiedName table, Matcher found) {
        schema.table(table).setNullable(RawText.name(found.group(1)), true);
    }

    private void useIndex(QualifiedName table, Matcher found) {
        String index = RawText.name(found.group(3));
        @Nullable String given = found.group(1);
        AddConstraintUsingIndex add = new AddConstraintUsingIndex(
                table,
                given == null ? index : RawText.name(given),
                index,
                found.group(2) != null,
                Deferral.NOT_DEFERRABLE);
        columns.use(add);
        schema.apply(add, false);
    }

    /** PostgreSQL 18 and later know this one, and name it like this if nobody does. */
    private void addNotNull(QualifiedName table, Matcher found) {
        String column = RawText.name(found.group(2));
        @Nullable String given = found.group(1);
        AddNotNull add = new AddNotNull(
                table,
                given == null ? Identifiers.truncate(table.name() + "_" + column + "_not_null") : RawText.name(given),
                column,
                found.group(3) == null);
        columns.add(add);
        schema.apply(add, false);
    }

    private void setType(QualifiedName table, Matcher found) {
        String column = RawText.name(found.group(1));
        KnownTable known = schema.table(table);
        Type type = RawColumn.type(Arrays.asList(RawText.written(found.group(2)).split(" ", -1)));
        ColumnChange.SetType change = new ColumnChange.SetType(type, written(found.group(3)), written(found.group(4)));
        columns.type(table, column, known.column(column), change);
        known.column(column)
                .map(one -> one.type(type).collation(change.collation()))
                .ifPresent(known::change);
    }

    private static @Nullable String written(@Nullable String shape) {
        return shape == null ? null : RawText.written(shape);
    }

    private void renameRaw(QualifiedName table, Matcher found) {
        String newName = RawText.name(found.group(1));
        renameTable(table, newName);
        schema.rename(table, table.sibling(newName));
    }

    private void moveTable(QualifiedName table, Matcher found) {
        String moved = RawText.name(found.group(1));
        moveTable(table, moved);
        schema.rename(table, table.inSchema(moved));
    }

    void moveTable(QualifiedName table, @Nullable String newSchema) {
        QualifiedName moved = table.inSchema(newSchema);
        renameTable(table, moved, moved.toString());
    }

    private void renameColumn(QualifiedName table, Matcher found) {
        String column = RawText.name(found.group(1));
        String newName = RawText.name(found.group(2));
        columns.rename(table, column, newName);
        schema.table(table).rename(column, newName);
    }

    private void rewrite(QualifiedName table, Matcher found) {
        if (!schema.table(table).isNew()) {
            findings.add(
                    Rule.BLOCKING_COMMAND,
                    table,
                    RawText.written(found.group()) + " writes " + table
                            + " anew: reads and writes wait until it is done (ACCESS EXCLUSIVE).");
        }
    }

    void renameTable(QualifiedName table, String newName) {
        renameTable(table, table.sibling(newName), newName);
    }

    private void renameTable(QualifiedName table, QualifiedName renamed, String newName) {
        if (!schema.table(table).isNew()) {
            constraints.lock(renamed);
            findings.add(
                    Rule.RENAME_TABLE, table, "Whoever still uses " + table + " fails once it is " + newName + ".");
        }
    }

    void createPartition(QualifiedName partition, QualifiedName table) {
        if (!schema.table(table).isNew()) {
            findings.add(
                    Rule.CREATE_PARTITION,
                    partition,
                    "Creating " + partition + " waits for whoever uses " + table
                            + ", and everybody else waits behind it (ACCESS EXCLUSIVE).");
        }
        constraints.lock(table);
    }

    /** A check that has been validated may say that all rows fit: what it says, PostgreSQL alone understands. */
    void attach(QualifiedName table, QualifiedName partition) {
        KnownTable known = schema.table(partition);
        if (!known.isNew() && !known.hasValidCheck()) {
            findings.add(
                    Rule.ATTACH_PARTITION,
                    partition,
                    "Attaching " + partition + " to " + table + " reads all of " + partition
                            + ": reads and writes of it wait until it is done (ACCESS EXCLUSIVE).");
        }
        constraints.lock(partition);
    }

    void detach(QualifiedName table) {
        if (!schema.table(table).isNew()) {
            findings.add(
                    Rule.DETACH_PARTITION,
                    table,
                    "Detaching a partition of " + table
                            + " waits for whoever uses it, and everybody else waits behind it (ACCESS EXCLUSIVE).");
        }
    }
}
