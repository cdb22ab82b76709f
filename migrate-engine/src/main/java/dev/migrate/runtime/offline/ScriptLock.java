package dev.migrate.runtime.offline;

import dev.migrate.ddl.DollarQuotes;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.runtime.connection.Pooling;
import dev.migrate.runtime.live.AdvisoryLock;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;

/**
 * The {@link AdvisoryLock} in a script, which shares it with runs: a revision that a script has half applied looks like an
 * interrupted one to whom nothing keeps from completing it. Only the server knows the version table's schema, which is part
 * of the key; so it computes the key.
 */
final class ScriptLock {

    private final String table;
    private final String name;

    /** @param versionTable as the script names it, with or without its schema */
    ScriptLock(QualifiedName versionTable) {
        this.table = SqlIdentifiers.quote(versionTable);
        this.name = QualifiedName.of(null, versionTable.name()).toString();
    }

    /** A statement that takes the lock for the session, and fails if somebody else has it. */
    String acquireSql() {
        // The schema as QualifiedName prints it, and the key as AdvisoryLock makes it of a name.
        return DollarQuotes.block("""
                DECLARE
                    key bigint;
                    holder text;
                BEGIN
                    SELECT ('x' || encode(sha256(convert_to('migrate '
                        || CASE WHEN nspname ~ '[."]' THEN '"' || replace(nspname, '"', '""') || '"' ELSE nspname END
                        || %s, 'UTF8')), 'hex'))::bit(64)::bigint INTO key
                    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                    WHERE pg_class.oid = to_regclass(%s);
                    IF NOT pg_try_advisory_lock(key) THEN
                        SELECT format('pid %%s, application %%s, user %%s', pid, application_name, usename) INTO holder
                        FROM pg_locks JOIN pg_stat_activity USING (pid)
                        WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND classid::bigint << 32 | objid::bigint = key
                            AND datname = current_database();
                        RAISE EXCEPTION 'Another instance is migrating this database: %%', coalesce(holder, 'it has just changed hands')
                        USING HINT = 'Run the script again when it is done.';
                    END IF;
                END
                """.formatted(Literals.string("." + name), Literals.string(table)));
    }

    /** A statement that frees it, however often a script that has failed took it in this session. */
    static String releaseSql() {
        return DollarQuotes.block("""
                BEGIN
                    IF %s THEN
                        RAISE WARNING %s;
                    END IF;
                    PERFORM pg_advisory_unlock_all();
                END
                """.formatted(Pooling.IS_UNLOCKED, Pooling.UNLOCKED));
    }
}
