package dev.migrate.runtime.journal;

import dev.migrate.ddl.LoneStatement;
import dev.migrate.ddl.LoneStatement.AddEnumValue;
import dev.migrate.ddl.LoneStatement.BuildIndex;
import dev.migrate.ddl.LoneStatement.Create;
import dev.migrate.ddl.LoneStatement.DetachPartition;
import dev.migrate.ddl.LoneStatement.Drop;
import dev.migrate.ddl.LoneStatement.DropIndex;
import dev.migrate.ddl.LoneStatement.Global;
import dev.migrate.ddl.LoneStatement.Reindex;
import dev.migrate.schema.Literals;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog has of a statement's object, as an SQL expression of type text. The journal keeps its value from
 * before the statement: compared with the value of later, it tells what the statement has done.
 */
public final class CatalogState implements LoneStatement.Visitor<String> {

    public static final CatalogState INSTANCE = new CatalogState();

    private CatalogState() {}

    /** The oids of the table's indexes. */
    @Override
    public String buildIndex(BuildIndex statement) {
        return oids("indrelid = " + relation(statement.table()));
    }

    /** A query for the statement that drops a table's index of that name if it is INVALID: a row or none. */
    public static String dropInvalidSql(String table, String name) {
        return """
                SELECT 'DROP INDEX CONCURRENTLY ' || indexrelid::regclass
                FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid AND relkind = 'i'
                WHERE NOT indisvalid AND indrelid = %s AND relname = %s
                    AND NOT %s""".formatted(relation(table), bare(name), isBeingBuiltSql());
    }

    /**
     * A condition: whether somebody is building the index {@code indexrelid} of {@code indrelid}. Which one a session builds,
     * PostgreSQL shows to those only who may be its role; that it has the table's lock, to everybody.
     */
    public static String isBeingBuiltSql() {
        return """
                EXISTS (SELECT FROM pg_stat_progress_create_index AS build
                        WHERE build.index_relid = indexrelid
                            OR build.index_relid IS NULL
                                AND EXISTS (SELECT FROM pg_locks
                                            WHERE pg_locks.pid = build.pid AND relation = indrelid AND granted
                                                AND mode = 'ShareUpdateExclusiveLock'))""";
    }

    /** The oid of the index and, behind a space, its definition; or null. */
    @Override
    public String dropIndex(DropIndex statement) {
        return "(SELECT concat(oid, ' ', pg_get_indexdef(oid)) FROM (SELECT " + relation(statement.name())
                + "::oid) AS index (oid) WHERE oid IS NOT NULL)";
    }

    /**
     * Whether an index that was to be dropped is gone. REINDEX CONCURRENTLY gives it another oid, and so does a dump that is
     * restored: another index has another definition, too.
     *
     * @param before what {@link #dropIndex} was then
     * @param now what it is
     */
    public static boolean isGone(@Nullable String before, @Nullable String now) {
        if (before == null || now == null) {
            return before != null;
        }
        String[] then = before.split(" ", 2);
        String[] found = now.split(" ", 2);
        return !then[0].equals(found[0]) && !then[then.length - 1].equals(found[found.length - 1]);
    }

    /** The oids of the INVALID indexes, of which there are few. */
    @Override
    public String reindex(Reindex statement) {
        return oids("NOT indisvalid");
    }

    private static String oids(String condition) {
        return "(SELECT coalesce(array_agg(indexrelid ORDER BY indexrelid), '{}')::text FROM pg_index WHERE "
                + condition + ")";
    }

    /** The oid of the partition, or null if it isn't one. */
    @Override
    public String detachPartition(DetachPartition statement) {
        return "(SELECT inhrelid::text FROM pg_inherits WHERE inhparent = " + relation(statement.table())
                + " AND inhrelid = " + relation(statement.partition()) + ")";
    }

    /** It commits together with its journal entry: there is no in between. */
    @Override
    public String addEnumValue(AddEnumValue statement) {
        return "NULL";
    }

    @Override
    public String create(Create statement) {
        return oid(statement.kind(), statement.name());
    }

    @Override
    public String drop(Drop statement) {
        return oid(statement.kind(), statement.name());
    }

    private static String oid(Global kind, String name) {
        return "(SELECT oid::text FROM " + kind.catalog() + " WHERE " + kind.column() + " = " + bare(name) + ")";
    }

    @Override
    public String other() {
        return "NULL";
    }

    /** The relation that a statement's text names, or null. */
    public static String relation(String name) {
        return "to_regclass(" + Literals.string(name) + ")";
    }

    /** The name that a statement's text means, without its schema. */
    public static String bare(String name) {
        return "(SELECT part[array_upper(part, 1)] FROM parse_ident(" + Literals.string(name) + ") AS part)";
    }
}
