package dev.migrate.ddl;

import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL of a backfill. A live run asks {@link #keyQuery} for the table's primary key, then runs {@link #firstBatch} and
 * {@link #nextBatch} until one returns no row, each in a transaction of its own; what a batch returns is where the next
 * one goes on, and what the journal keeps. A script has {@link #script} instead, which does the same on the server.
 */
public final class BackfillSql {

    /**
     * A column of the primary key.
     *
     * @param name exact name
     * @param type as {@code format_type} prints it
     */
    public record KeyColumn(String name, String type) {}

    /** Names that no table has: what the author assigns may read one called batch, and means that one. */
    private static final String BATCH = "\"migrate batch\"";

    private static final String LOCKED = "\"migrate locked\"";

    private static final String CHANGED = "\"migrate changed\"";

    /** What follows what is wrong with a batch. In ASCII, which the encoding of each database has. */
    public static final String CONSEQUENCE =
            ": rows would be passed over, or changed more than once. Use op.update, which changes all rows at once.";

    /** What a {@code RAISE} ends with where a block of a script finds the database in another state than its own. */
    public static final String GO_ON =
            "USING HINT = 'Go on with mvn migrate:current, which says where the database is.'";

    private final Backfill backfill;
    private final String table;

    public BackfillSql(Backfill backfill) {
        this.backfill = backfill;
        this.table = SqlIdentifiers.quote(backfill.table());
    }

    /**
     * Asks for the key's columns in order: name and type. No row means that the table has no primary key, and cannot be
     * backfilled.
     */
    public String keyQuery() {
        return "SELECT a.attname, format_type(a.atttypid, a.atttypmod)\n" + key() + "\nORDER BY k.position";
    }

    private String key() {
        return """
                FROM pg_index i
                    CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
                    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                WHERE i.indrelid = %s::regclass AND i.indisprimary AND k.position <= i.indnkeyatts""".formatted(Literals.string(table));
    }

    /** What a key is made of: {@code id bigint, day date}. */
    public static String description(List<KeyColumn> key) {
        return key.stream().map(column -> column.name() + " " + column.type()).collect(Collectors.joining(", "));
    }

    /**
     * Asks for the {@link #description} of the key that a batch has reached: one row, with null if an earlier version has
     * kept it without.
     *
     * @param last what the batch returned
     */
    public static String descriptionQuery(String last) {
        return "SELECT " + described("key") + " FROM (SELECT " + Literals.string(last) + "::text[]) AS last (key)";
    }

    /** It stands behind a null, which no value of a primary key is. */
    private static String described(String last) {
        return "(CASE WHEN array_position(" + last + ", NULL) > 0 THEN " + last + "[array_upper(" + last + ", 1)] END)";
    }

    /**
     * The first rows in key order. Returns one row: the key of the last of them as {@code text[]}, a null and the key's
     * {@link #description} behind it; how many there were; and null, or what is wrong with the batch, which mustn't be
     * committed then. Or no row if there was nothing to do.
     */
    public String firstBatch(List<KeyColumn> key) {
        return batch(key, "");
    }

    /**
     * The rows behind a key. Returns what {@link #firstBatch} does.
     *
     * @param last the key that the batch before returned, a {@code text[]} as PostgreSQL prints it; a literal and no
     *     parameter, since a {@code ?} in what the author wrote is PostgreSQL's
     */
    public String nextBatch(List<KeyColumn> key, String last) {
        String bounds = IntStream.range(0, key.size())
                .mapToObj(i -> "last.key[" + (i + 1) + "]::" + key.get(i).type())
                .collect(Collectors.joining(", "));
        return batch(
                key,
                " AND (" + names(key, "") + ") > (SELECT " + bounds + " FROM (SELECT " + Literals.string(last)
                        + "::text[] AS key) AS last)");
    }

    /**
     * Reads the batch's keys without waiting for anyone, then locks its rows in their order. Who held one meanwhile may
     * have changed its key: a row is met again under another one, and where the next batch begins is what was read. Their
     * keys stay, so that rows which refer to them are inserted meanwhile.
     */
    private String batch(List<KeyColumn> key, String behind) {
        String names = names(key, "");
        return "WITH " + BATCH + " AS MATERIALIZED (\n    SELECT " + names + " FROM " + table + "\n    WHERE "
                + condition() + behind + "\n    ORDER BY " + names + " LIMIT " + backfill.batchSize()
                + "\n), " + LOCKED + " AS MATERIALIZED (\n    SELECT " + names + " FROM " + table + "\n    WHERE "
                + condition() + " AND (" + names + ") IN (SELECT " + names + " FROM " + BATCH
                + ")\n    ORDER BY " + names + " FOR NO KEY UPDATE\n), " + CHANGED + " AS (\n    UPDATE " + table
                + " SET "
                + DataDdl.set(backfill.assignments()) + "\n    WHERE (" + names + ") IN (SELECT " + names + " FROM "
                + LOCKED + ")\n    RETURNING " + names + "\n)\nSELECT ARRAY[" + names(key, "::text") + ", NULL, "
                + Literals.string(description(key)) + "], (SELECT count(*) FROM " + LOCKED + "),\n    "
                + fault(names, readAgain(key)) + "\nFROM "
                + BATCH + " ORDER BY " + names(key, " DESC") + " LIMIT 1";
    }

    private static String readAgain(List<KeyColumn> key) {
        return key.stream()
                .map(column -> SqlIdentifiers.quote(column.name()) + "::text::" + column.type())
                .collect(Collectors.joining(", "));
    }

    /**
     * What is wrong with a batch, if anything is: the key that it reached has to be that key as text, too, and its rows
     * have to keep theirs, whatever a generated column or a trigger makes of them.
     */
    private static String fault(String names, String readAgain) {
        return "CASE WHEN NOT (" + names + ") = (" + readAgain
                + ") THEN 'is at a primary key that is printed as another one"
                + " (extra_float_digits, DateStyle)' WHEN EXISTS (SELECT " + names + " FROM " + CHANGED
                + " EXCEPT SELECT " + names + " FROM " + LOCKED
                + ") THEN 'changes the primary key that it goes along' END";
    }

    /** What EXPLAIN shall estimate: the rows that the backfill changes. */
    public String affectedRows() {
        return "SELECT FROM " + table + " WHERE " + condition();
    }

    /** What its author wrote, as one statement: a batch does so with some of the rows. */
    public String written() {
        return DataDdl.update(new Update(backfill.table(), backfill.assignments(), backfill.where()))
                .sql();
    }

    private String condition() {
        return backfill.where() == null ? "true" : "(" + WrittenSql.part(backfill.where()) + ")";
    }

    private static String names(List<KeyColumn> key, String suffix) {
        return key.stream()
                .map(column -> SqlIdentifiers.quote(column.name()) + suffix)
                .collect(Collectors.joining(", "));
    }

    /**
     * One {@code DO} block that looks the key up, then updates batch after batch and commits behind each: for a script,
     * where it has to stand outside a transaction (PostgreSQL manual, 41.8 Transaction Management).
     */
    public Statement script() {
        return script("", "", "");
    }

    /**
     * As {@link #script()}, with a memory, so that a block that was interrupted can be run again and goes on behind its
     * last batch.
     *
     * @param before what both need before them, until the commit; empty for nothing
     * @param recalled a query for what was remembered last: null to begin at the first row; no row if it isn't to begin
     * @param remember makes a statement that remembers the value of an SQL expression together with each batch
     */
    public Statement resumableScript(String before, String recalled, UnaryOperator<String> remember) {
        boolean prepares = !before.isEmpty();
        return script(
                "    described text;\n",
                "    described := (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY"
                        + " k.position)\n" + key().indent(8).stripTrailing() + ");\n"
                        + "    -- Run again, it goes on behind the last batch that it has committed.\n"
                        + (prepares ? "    " + before + ";\n" : "")
                        + "    " + recalled + " INTO last;\n"
                        + "    IF NOT FOUND THEN\n"
                        + "        RAISE EXCEPTION 'What comes before the backfill of % has failed, or it is done already', "
                        + Literals.string(table) + "\n            " + GO_ON + ";\n    END IF;\n"
                        + (prepares ? "    COMMIT;\n" : "")
                        + "    IF " + described("last") + " <> described THEN\n"
                        + "        RAISE EXCEPTION 'The backfill of % was interrupted when its primary key was (%), and that is (%) now', "
                        + Literals.string(table) + ", last[array_upper(last, 1)], described;\n    END IF;\n",
                (prepares ? "        " + before + ";\n" : "") + "        "
                        + remember.apply("(last || ARRAY[NULL, described])::text") + ";\n");
    }

    private Statement script(String declared, String begin, String remember) {
        String body = """

                DECLARE
                    names text;
                    texts text;
                    descending text;
                    bounds text;
                    again text;
                    batch text;
                    last text[];
                    fault text;
                    message text;
                    detail text;
                    hint text;
                %10$sBEGIN
                    SELECT string_agg(quote_ident(attname), ', ' ORDER BY position),
                           string_agg(quote_ident(attname) || '::text', ', ' ORDER BY position),
                           string_agg(quote_ident(attname) || ' DESC', ', ' ORDER BY position),
                           string_agg(format('($1)[%%s]::%%s', position, format_type(atttypid, atttypmod)), ', ' ORDER BY position),
                           string_agg(format('%%I::text::%%s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY position)
                    INTO names, texts, descending, bounds, again
                    FROM pg_index
                        CROSS JOIN LATERAL unnest(indkey::int2[]) WITH ORDINALITY AS k (keyattnum, position)
                        JOIN pg_attribute ON attrelid = indrelid AND attnum = keyattnum
                    WHERE indrelid = %1$s::regclass AND indisprimary AND position <= indnkeyatts;
                    IF names IS NULL THEN
                        RAISE EXCEPTION 'The table %% has no primary key to backfill it by', %1$s;
                    END IF;
                %5$s    LOOP
                        batch := 'WITH %7$s AS MATERIALIZED (SELECT ' || names || %2$s
                            || CASE WHEN last IS NULL THEN '' ELSE ' AND (' || names || ') > (' || bounds || ')' END
                            || ' ORDER BY ' || names || %3$s || names || %2$s
                            || ' AND (' || names || ') IN (SELECT ' || names || ' FROM %7$s) ORDER BY ' || names
                            || %8$s || ' WHERE (' || names || ') IN (SELECT ' || names
                            || ' FROM %9$s) RETURNING ' || names || ') SELECT ARRAY[' || texts || '], '
                            || %11$s
                            || ' FROM %7$s ORDER BY ' || descending || ' LIMIT 1';
                        BEGIN
                            EXECUTE batch INTO last, fault USING last;
                        EXCEPTION WHEN OTHERS THEN
                            GET STACKED DIAGNOSTICS
                                message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
                            RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = message,
                                DETAIL = concat_ws(E'\\n', nullif(detail, ''), %13$s),
                                HINT = concat_ws(E'\\n', nullif(hint, ''), %14$s);
                        END;
                        EXIT WHEN last IS NULL;
                        IF fault IS NOT NULL THEN
                            RAISE EXCEPTION 'The backfill of %% %%%12$s', %1$s, fault;
                        END IF;
                %6$s        COMMIT;
                %4$s    END LOOP;
                END
                """.formatted(
                Literals.string(table),
                Literals.string(" FROM " + table + " WHERE " + condition()),
                Literals.string(" LIMIT " + backfill.batchSize() + "), " + LOCKED + " AS MATERIALIZED (SELECT "),
                pause(),
                begin,
                remember,
                BATCH,
                Literals.string(" FOR NO KEY UPDATE), " + CHANGED + " AS (UPDATE " + table + " SET "
                        + DataDdl.set(backfill.assignments())),
                LOCKED,
                declared,
                Literals.string(fault("\1names\1", "\1again\1")).replaceAll("\1(\\w+)\1", "' || $1 || '"),
                CONSEQUENCE,
                Literals.string("In a batch of " + written()),
                Literals.string(
                        "The batches before it are committed. Correct the cause and go on with mvn migrate:upgrade."));
        return Statement.outsideTransaction("DO " + DollarQuotes.quote("backfill", body));
    }

    private String pause() {
        return backfill.pause().isZero()
                ? ""
                : "        PERFORM pg_sleep("
                        + BigDecimal.valueOf(backfill.pause().toMillis(), 3) + ");\n";
    }
}
