package dev.migrate;

import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.schema.QualifiedName;
import java.nio.file.Path;

/** What a migration says of rows, and raw SQL. */
public interface DataOperations extends OperationReceiver {

    /**
     * {@code INSERT} of rows that are given as values, 500 to a statement; or {@code COPY}, with
     * {@link BulkInsert#copy}, which is several times faster for a large set. A script has the same as text. Takes ROW
     * EXCLUSIVE, which neither reads nor writes wait for; nothing is lost. Rows that come from
     * {@link BulkInsert#rowsFrom} are read while they are sent: their number doesn't matter.
     *
     * <pre>{@code
     * op.bulkInsert(rows("roles", "id", "name").row(1, "admin").row(2, null));
     * op.bulkInsert(rows("cities", "name", "country")
     *         .rowsFrom(() -> Files.lines(file).map(line -> List.of(line.split(";"))))
     *         .copy());
     * }</pre>
     *
     * @throws IllegalArgumentException if a row has more or fewer values than there are columns, or a value has no form
     *     in SQL
     */
    default void bulkInsert(BulkInsert insert) {
        apply(insert);
    }

    /**
     * {@code UPDATE} in one statement: each row that it changes is locked until the revision commits, and its former
     * values are lost. {@link #backfill} is for large tables.
     *
     * <pre>{@code op.update(update("agents").set("status", "active").where("status IS NULL"));}</pre>
     */
    default void update(Update update) {
        apply(update);
    }

    /**
     * Records what the ordinals of an enum's constants in a column stand for: 0 for the first one, and so on. It changes
     * nothing in the database; the history is where that order is known, so that a later change of it is noticed.
     * It sends no statement, not even a {@code SELECT}, takes no lock, and loses nothing.
     *
     * <pre>{@code op.recordOrdinals("tasks", "priority", "LOW", "HIGH");}</pre>
     */
    default void recordOrdinals(String table, String column, String... constants) {
        apply(ChangeMeanings.ordinals(QualifiedName.parse(table), column).to(constants));
    }

    /**
     * Takes back what {@link #recordOrdinals} says: from here on, nobody knows what the ordinals of the column stand for.
     * It sends no statement, not even a {@code SELECT}, and takes no lock; what is lost is the order alone, not the rows.
     *
     * <pre>{@code op.forgetOrdinals("tasks", "priority");}</pre>
     */
    default void forgetOrdinals(String table, String column) {
        apply(ChangeMeanings.ordinals(QualifiedName.parse(table), column));
    }

    /**
     * Changes what the ordinals of an enum's constants in a column stand for: an {@code UPDATE} gives each row the new
     * ordinal of its constant. It fails, and changes nothing, if a row has a constant that is gone. Each row that it
     * changes is locked until the revision commits. An application that still has the old order reads and writes other
     * constants from then on: stop its instances first. No value is lost: the inverse gives the old ordinals back.
     *
     * <pre>{@code
     * op.changeOrdinals(ordinals("tasks", "priority").from("LOW", "HIGH").to("LOW", "MEDIUM", "HIGH"));
     * }</pre>
     */
    default void changeOrdinals(ChangeMeanings change) {
        apply(change);
    }

    /**
     * Records which entities the values in a discriminator column stand for; one whose value isn't its name is
     * {@code Truck=T}. It changes nothing in the database; the history is where that is known, so that a later change of it
     * is noticed. It sends no statement, not even a {@code SELECT}, takes no lock, and loses nothing.
     *
     * <pre>{@code op.recordDiscriminators("vehicle", "dtype", "Car", "Truck=T");}</pre>
     */
    default void recordDiscriminators(String table, String column, String... entities) {
        apply(ChangeMeanings.discriminators(QualifiedName.parse(table), column).to(entities));
    }

    /**
     * Takes back what {@link #recordDiscriminators} says: from here on, nobody knows what the values of the column stand
     * for. It sends no statement, not even a {@code SELECT}, and takes no lock; no row is lost.
     *
     * <pre>{@code op.forgetDiscriminators("vehicle", "dtype");}</pre>
     */
    default void forgetDiscriminators(String table, String column) {
        apply(ChangeMeanings.discriminators(QualifiedName.parse(table), column));
    }

    /**
     * Changes which entities the values in a discriminator column stand for: an {@code UPDATE} gives each row the new value
     * of its entity. It fails, and changes nothing, if there is a row of an entity that is gone. Each row that it changes is
     * locked until the revision commits. An application that still has the old values can't read such rows from then on:
     * stop its instances first. No value is lost: the inverse gives the old ones back.
     *
     * <pre>{@code
     * op.changeDiscriminators(discriminators("vehicle", "dtype").from("Car", "Truck").to("Car", "Truck=T"));
     * }</pre>
     */
    default void changeDiscriminators(ChangeMeanings change) {
        apply(change);
    }

    /**
     * Gives a constant of an enum whose names a column holds another name: {@code UPDATE}. Each row that has it is locked
     * until the revision commits. A check that lists the names has to go before, and to come back with the new ones.
     * No value is lost.
     *
     * <pre>{@code op.renameConstant("tasks", "status", "OPEN", "ACTIVE");}</pre>
     */
    default void renameConstant(String table, String column, String constant, String newName) {
        apply(new RenameConstant(QualifiedName.parse(table), column, constant, newName, false));
    }

    /**
     * As {@link #renameConstant}, in a column that holds arrays of names: {@code UPDATE}. Each row that has the constant
     * is locked until the revision commits. No value is lost.
     *
     * <pre>{@code op.renameConstantInArrays("tasks", "tags", "OPEN", "ACTIVE");}</pre>
     */
    default void renameConstantInArrays(String table, String column, String constant, String newName) {
        apply(new RenameConstant(QualifiedName.parse(table), column, constant, newName, true));
    }

    /**
     * {@code UPDATE} in batches along the primary key, each in a transaction of its own, so that no row is locked for
     * long. What came before in the revision is committed first; an interrupted run goes on behind its last batch. A
     * script has a {@code DO} block that does the same: if it was interrupted, psql may run the rest of the script from
     * there on, or {@code mvn migrate:upgrade} completes it. The former values are lost.
     *
     * <pre>{@code
     * op.backfill(backfill("agents").setSql("slug", "lower(name)").where("slug IS NULL").batchSize(5_000));
     * }</pre>
     *
     * @throws MigrateException if the table has no primary key
     */
    default void backfill(Backfill backfill) {
        apply(backfill);
    }

    /**
     * A rule that the rows have to keep, with a query that returns those that break it. All rules of a revision are
     * checked before its first statement, wherever they stand in the migration: if a query returns a row, the revision is
     * refused with the rule, the number of rows and the first of them, and nothing is changed. In a script, a {@code DO}
     * block at the beginning of the revision does the same. The query may only use what exists before the revision.
     *
     * <p>The query is a {@code SELECT}. It takes ACCESS SHARE, as any query, so that neither reads nor writes wait for it, and releases it before the
     * first statement. It can't change anything, and nothing is lost. A run that continues an interrupted revision doesn't check again.
     *
     * <pre>{@code
     * op.require("orders.note has a value", "SELECT id FROM orders WHERE note IS NULL");
     * op.alterColumn("orders", alter("note").notNull());
     * }</pre>
     *
     * @param rule what holds for all rows, with the table's name
     * @param sql returns the keys of the rows that break the rule
     * @throws MigrateException if the SQL isn't one query
     */
    default void require(String rule, String sql) {
        apply(new Require(rule, sql));
    }

    /**
     * Raw SQL, one or several statements. Nothing in it is interpreted: {@code :x}, {@code ?} and {@code %} are what
     * PostgreSQL makes of them. A statement that PostgreSQL refuses in a transaction is recognized and runs outside it.
     * What it locks and what it loses is up to it. What it sets for its session is reset at the end of the revision,
     * except for a setting of an application's own, such as {@code app.tenant}, which PostgreSQL lists nowhere: for such
     * a one write {@code SET LOCAL}.
     *
     * <pre>{@code op.execute("ALTER TABLE agents ENABLE ROW LEVEL SECURITY");}</pre>
     *
     * @throws MigrateException if the SQL begins or ends a transaction, or a string or comment in it never ends
     */
    default void execute(String sql) {
        apply(new Execute(sql));
    }

    /**
     * Raw SQL from the class path, in UTF-8; otherwise as {@link #execute(String)}. Its text counts as the migration's
     * own: a change after the migration was applied is a change of the migration.
     *
     * <pre>{@code op.executeResource(getClass(), "seed.sql");}</pre>
     *
     * @param origin whose package the name is relative to, unless it starts with a slash
     * @throws MigrateException if there is no such resource, or it isn't UTF-8
     */
    default void executeResource(Class<?> origin, String resource) {
        execute(SqlSource.resource(origin, resource));
    }

    /**
     * Raw SQL from a file, in UTF-8; otherwise as {@link #execute(String)}. A relative path counts from the working
     * directory: an application that carries its migrations needs {@link #executeResource}.
     *
     * <pre>{@code op.executeFile(Path.of("db/seed.sql"));}</pre>
     *
     * @throws MigrateException if the file cannot be read, or isn't UTF-8
     */
    default void executeFile(Path file) {
        execute(SqlSource.file(file));
    }
}
