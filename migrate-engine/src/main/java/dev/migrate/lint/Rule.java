package dev.migrate.lint;

import java.util.Arrays;
import java.util.Optional;

/** What is looked for. {@code docs/lint.md} is this list. */
public enum Rule {
    NOT_NULL_WITHOUT_DEFAULT(
            "not-null-without-default",
            Severity.ERROR,
            "Adding a NOT NULL column without a default fails as soon as the table has a row.",
            "Give it a constant default; or add it nullable, fill it with `op.backfill(…)`, then make it NOT NULL by a"
                    + " validated check (see `set-not-null-scan`)."),
    ADD_COLUMN_REWRITE(
            "add-column-rewrite",
            Severity.ERROR,
            "A new column whose value is computed for each row (a volatile default such as `gen_random_uuid()`, an identity,"
                    + " a stored generated column), or checked (a domain with a constraint), writes the whole table anew; reads"
                    + " and writes wait (ACCESS EXCLUSIVE).",
            "Add the column without it, set the default in a second operation, which is for new rows only, and fill the old"
                    + " ones with `op.backfill(…)`."),
    TYPE_CHANGE_REWRITE(
            "type-change-rewrite",
            Severity.ERROR,
            "A type that is not binary compatible with the old one writes the table and its indexes anew; reads and writes"
                    + " wait (ACCESS EXCLUSIVE). It fails where a value does not fit.",
            "Add a column of the new type, let the application or a trigger write both, fill it with `op.backfill(…)`, and"
                    + " drop the old one in a later deployment."),
    TYPE_LOSES_PRECISION(
            "type-loses-precision",
            Severity.ERROR,
            "A type with fewer digits, a shorter time or, by `USING`, a shorter string rounds or cuts stored values without an"
                    + " error; no downgrade brings them back.",
            "Keep the old column until nobody needs its values; or look first which values change, and ignore this rule for"
                    + " the revision with the reason."),
    TYPE_CHANGE_SCAN(
            "type-change-scan",
            Severity.ERROR,
            "A type that needs no rewriting has all rows checked by the checks of the column, and indexes with an expression"
                    + " or a condition built anew; another collation, all indexes of the column; reads and writes wait (ACCESS"
                    + " EXCLUSIVE).",
            "Drop the check before it, and add it `notValid()` after it, then `op.outsideTransaction(() ->"
                    + " op.validateConstraint(table, name))`; drop the index concurrently before it, and create it"
                    + " `concurrently()` after it."),
    EXPRESSION_REWRITE(
            "expression-rewrite",
            Severity.ERROR,
            "Another formula for a stored generated column writes the table anew; reads and writes wait (ACCESS EXCLUSIVE).",
            "Add a plain column that a trigger computes, fill it with `op.backfill(…)`, and drop the old one in a later"
                    + " deployment."),
    SET_NOT_NULL_SCAN(
            "set-not-null-scan",
            Severity.ERROR,
            "SET NOT NULL reads the whole table; reads and writes wait (ACCESS EXCLUSIVE), unless a valid check proves it. So"
                    + " does a primary key that takes an index over, if a column of it may be NULL.",
            "`op.addCheck(table, check(name, \"column IS NOT NULL\").notValid())`, then `op.outsideTransaction(() ->"
                    + " op.validateConstraint(table, name))`, then `notNull()`, then drop the check."),
    INDEX_NOT_CONCURRENT(
            "index-not-concurrent",
            Severity.ERROR,
            "CREATE INDEX reads the whole table; writes wait until it is built (SHARE).",
            "`index(…).on(…).concurrently()`, as the last operation of its revision. Not for a partitioned table: there"
                    + " `CREATE INDEX … ON ONLY` it, `concurrently()` on each partition, `ALTER INDEX … ATTACH PARTITION`."),
    DROP_INDEX_NOT_CONCURRENT(
            "drop-index-not-concurrent",
            Severity.WARNING,
            "DROP INDEX waits for every transaction that uses the table, and all that come later wait behind it (ACCESS"
                    + " EXCLUSIVE); queries that relied on the index get slow.",
            "`op.dropIndexConcurrently(…)`, once `pg_stat_user_indexes` says that nobody uses it."),
    CONSTRAINT_SCAN(
            "constraint-scan",
            Severity.ERROR,
            "A foreign key or check reads the whole table as it is added; writes wait (SHARE ROW EXCLUSIVE), for a check"
                    + " reads too (ACCESS EXCLUSIVE). A domain's check reads every table that has a column of it, as it is added"
                    + " and as it is validated; writes wait (SHARE).",
            "Add it `notValid()`, then `op.outsideTransaction(() -> op.validateConstraint(table, name))`. A domain's check has no"
                    + " such way: a quiet hour."),
    CONSTRAINT_BUILDS_INDEX(
            "constraint-builds-index",
            Severity.ERROR,
            "A primary key, unique or exclusion constraint builds its index as it is added; reads and writes wait (ACCESS"
                    + " EXCLUSIVE).",
            "Create a unique index `concurrently()`, then `op.addUniqueUsingIndex(table, constraint, index)` or"
                    + " `op.addPrimaryKeyUsingIndex(…)`. Not for a partitioned table: there `ALTER TABLE ONLY … ADD CONSTRAINT`,"
                    + " these two on each partition, `ALTER INDEX … ATTACH PARTITION`. An exclusion constraint has no such way:"
                    + " a quiet hour."),
    VALIDATE_IN_TRANSACTION(
            "validate-in-transaction",
            Severity.WARNING,
            "VALIDATE CONSTRAINT reads the table while the transaction still holds the stronger locks of what it did before,"
                    + " to that table or to others.",
            "`op.outsideTransaction(() -> op.validateConstraint(table, name))`, or a revision of its own."),
    VALIDATE_AFTER_COMMIT(
            "validate-after-commit",
            Severity.WARNING,
            "A validation or a unique index outside the transaction fails where a row isn't as it demands, and what the revision"
                    + " did before it is committed by then: the database is between two revisions.",
            "Look for such rows before the first statement, with `op.require(…)`; or put it into a revision of its own."),
    DROP_TABLE(
            "drop-table",
            Severity.ERROR,
            "The rows are lost, and an application that still uses the table fails.",
            "Deploy the application that no longer uses it first; rename it and wait; keep a dump."),
    DROP_COLUMN(
            "drop-column",
            Severity.ERROR,
            "The values are lost, and an application that still reads or writes the column fails.",
            "Deploy the application that no longer maps it first; make it nullable in that deployment; drop it in the next."),
    RENAME_TABLE(
            "rename-table",
            Severity.WARNING,
            "An application that still uses the old name fails from this moment on.",
            "Leave a view under the old name, or add the new table beside the old one and switch over."),
    RENAME_COLUMN(
            "rename-column",
            Severity.WARNING,
            "An application that still uses the old name fails from this moment on.",
            "Add the new column, let the application write both, fill it with `op.backfill(…)`, drop the old one in a later"
                    + " deployment."),
    SEQUENCE_GONE(
            "sequence-gone",
            Severity.WARNING,
            "An application that asks a sequence for values by its old name fails once that is renamed or dropped.",
            "Create the new sequence beside it, start it beyond what the old one will give meanwhile, and drop that in a later"
                    + " deployment."),
    OBJECT_GONE(
            "object-gone",
            Severity.WARNING,
            "An application that still uses a view, a routine, a type or a schema by its old name fails once that is renamed or"
                    + " dropped; what a trigger or a policy did isn't done any more.",
            "Deploy the application that no longer uses it first; under the old name of a view or a routine leave one that"
                    + " leads to the new one."),
    RENAME_ENUM_VALUE(
            "rename-enum-value",
            Severity.WARNING,
            "An application that still writes the old value, or compares with it, fails from this moment on.",
            "Add the new value, let the application read both, change the rows with `op.backfill(…)`, and leave the old one."),
    ENUM_REPLACED(
            "enum-replaced",
            Severity.ERROR,
            "Taking values away or reordering them replaces the type and writes every table that uses it anew; reads and"
                    + " writes wait (ACCESS EXCLUSIVE). Statements that sessions have prepared with the old type fail from"
                    + " then on, until these reconnect.",
            "Only add values, and leave those that are no longer used; or use a text column with a check."),
    ATTACH_PARTITION(
            "attach-partition",
            Severity.ERROR,
            "ATTACH PARTITION reads the whole table that becomes a partition, unless a valid check says that its rows fit, and"
                    + " the default partition likewise; it builds the indexes that the partition lacks. Reads and writes of these"
                    + " two wait (ACCESS EXCLUSIVE).",
            "`op.addCheck(table, check(name, …).notValid())` of its bounds, `op.outsideTransaction(() ->"
                    + " op.validateConstraint(table, name))`, its indexes `concurrently()`; then attach it, and drop the check."),
    CREATE_PARTITION(
            "create-partition",
            Severity.WARNING,
            "CREATE TABLE … PARTITION OF waits for every transaction that uses the partitioned table, and all that come later"
                    + " wait behind it (ACCESS EXCLUSIVE); it reads the default partition.",
            "Create the table by itself and `op.attachPartition(…)` it: reads and writes go on."),
    DETACH_PARTITION(
            "detach-partition",
            Severity.WARNING,
            "DETACH PARTITION waits for every transaction that uses the partitioned table, and all that come later wait"
                    + " behind it (ACCESS EXCLUSIVE).",
            "`op.detachPartitionConcurrently(…)`."),
    BLOCKING_COMMAND(
            "blocking-command",
            Severity.ERROR,
            "VACUUM FULL, CLUSTER, REINDEX, LOCK, REFRESH MATERIALIZED VIEW, SET LOGGED and SET TABLESPACE keep others from"
                    + " the table for as long as it is big.",
            "The form with CONCURRENTLY where there is one; otherwise a quiet hour, apart from deployments."),
    WITHOUT_WHERE(
            "without-where",
            Severity.ERROR,
            "UPDATE, DELETE or TRUNCATE of all rows: what they held is lost, and all of them are locked until the commit.",
            "Say which rows are meant; change many of them with `op.backfill(…)`, in batches."),
    ROWS_IN_TRANSACTION(
            "rows-in-transaction",
            Severity.WARNING,
            "Every row that is changed stays locked until the revision commits, and VACUUM can't clean up meanwhile.",
            "`op.backfill(…)`: batches along the primary key, each in its own transaction."),
    CASCADE(
            "cascade",
            Severity.WARNING,
            "CASCADE also drops whatever depends on the object, and nobody has listed it.",
            "Drop what depends on it by name, before it."),
    CASCADE_LOSES_DATA(
            "cascade-loses-data",
            Severity.ERROR,
            "CASCADE takes the tables of a schema along with their rows, and the columns of a type, a domain or an extension's"
                    + " types with their values; DROP OWNED takes all that a role has here.",
            "Drop the tables and columns by name, before it, or give the columns another type."),
    FOREIGN_KEY_WITHOUT_INDEX(
            "foreign-key-without-index",
            Severity.WARNING,
            "Without an index that begins with the key's columns, each DELETE and key UPDATE in the referenced table reads the"
                    + " whole referencing one.",
            "`op.createIndex(index(…).on(table, columns).concurrently())`."),
    BRANCHES_CONFLICT(
            "branches-conflict",
            Severity.WARNING,
            "Two branches that the revision joins do the same to an object, or one takes away what the other uses: it fails, or"
                    + " what is left depends on which of them a database had first.",
            "Write the migration of the branch that isn't applied anywhere anew, behind the other one; or say in the revision that"
                    + " joins them what the object is to be."),
    NO_DOWNGRADE(
            "no-downgrade",
            Severity.WARNING,
            "`downgrade` does nothing, or throws: there is no way back in an emergency.",
            "Write the inverse; where something is lost for good, say so in a comment, and ignore this rule for the"
                    + " revision."),
    NOT_ATOMIC(
            "not-atomic",
            Severity.INFO,
            "A statement that can't be in a transaction commits what the revision did before it: a failure leaves half a"
                    + " revision, which the next run completes.",
            "A revision of its own for the statement, or make it the last one."),
    MIGRATION_TIME_AS_DEFAULT(
            "migration-time-as-default",
            Severity.INFO,
            "A new column with `now()` or the like as its default gives all existing rows the time of the migration.",
            "Add it without, set the default in a second operation, and fill old rows with what is right for them."),
    CHILD_DEFAULTS(
            "child-defaults",
            Severity.INFO,
            "Setting or dropping the default of a partitioned table's column, or of one that others inherit, does so in all of"
                    + " these tables: one that had a default of its own gives other values from then on to what is inserted"
                    + " into it directly.",
            "`op.execute(\"ALTER TABLE ONLY … ALTER COLUMN … SET DEFAULT …\")`, and each of the others by its name."),
    SIMILAR_NAME(
            "similar-name",
            Severity.INFO,
            "A column whose name differs from that of another one of its table only in case or underscores is easily taken"
                    + " for it.",
            "Another name, or use the column that is there."),
    NOT_SEEN(
            "not-seen",
            Severity.INFO,
            "The migration works over JDBC: what that does, and what follows from its results, is not known without a database.",
            "Say what can be said in operations; read the rest with care.");

    private final String id;
    private final Severity severity;
    private final String happens;
    private final String instead;

    Rule(String id, Severity severity, String happens, String instead) {
        this.id = id;
        this.severity = severity;
        this.happens = happens;
        this.instead = instead;
    }

    /** The rule of that name: {@code drop-column}. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** Its name for people: {@code drop-column}. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** What PostgreSQL does (PostgreSQL manual, 13.3 Explicit Locking, and the Notes of each command), in Markdown. */
    public String happens() {
        return happens;
    }

    /** What to write instead, in Markdown. */
    public String instead() {
        return instead;
    }
}
