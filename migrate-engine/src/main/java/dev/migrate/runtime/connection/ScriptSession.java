package dev.migrate.runtime.connection;

import dev.migrate.ddl.DollarQuotes;

/**
 * What psql's session had when a script began: a role or a search path that somebody has set before it is for all of its
 * revisions, and what one of them sets is for that one alone. Only the server knows it, and keeps it as a setting.
 */
public final class ScriptSession {

    /** Null in a session whose settings a migration has reset. */
    private static final String BEFORE = "nullif(current_setting('migrate.session', true), '')::jsonb";

    /** A statement of a block: whatever a migration has set, this finds the journal, and may write it, until the commit. */
    public static final String AS_BEFORE = "PERFORM set_config('role', " + BEFORE + " ->> 'role', true),"
            + " set_config('search_path', " + BEFORE + " ->> 'search_path', true)";

    /** Whether there was something temporary already, which isn't a migration's. */
    private static final String TEMPORARY = "migrate.temporary";

    /** Of psql, which alone keeps it while a statement resets all settings. */
    private static final String VARIABLE = "migrate_session \\gset\n\n";

    private ScriptSession() {}

    /** What psql is told in front of a statement that takes all settings away. */
    public static String beforeReset() {
        return "SELECT coalesce(current_setting('migrate.session', true), '') AS " + VARIABLE;
    }

    /** And behind it. */
    public static String behindReset() {
        return "SELECT set_config('migrate.session', :'migrate_session', false) AS " + VARIABLE;
    }

    /** A statement in front of all that sets something. */
    public static String keepSql() {
        return DollarQuotes.block("""
                BEGIN
                    PERFORM set_config('migrate.session', jsonb_object_agg(name, setting)::text, false)
                    FROM (SELECT name, setting FROM pg_settings
                          WHERE source = 'session' AND name NOT IN (%s)
                          UNION VALUES ('session_authorization', session_user), ('role', current_setting('role')),
                              ('%s', EXISTS (SELECT FROM pg_class WHERE relnamespace = pg_my_temp_schema())::text)) AS before;
                END
                """.formatted(TransactionSettings.NAMES, TEMPORARY));
    }

    /** A statement that puts everything back, whatever a revision has set, and drops what it has made temporarily. */
    public static String restoreSql() {
        String others = """
                RESET ALL;
                PERFORM set_config('migrate.session', before::text, false);
                IF before ->> '%s' = 'false' THEN
                    DISCARD TEMP;
                END IF;
                """.formatted(TEMPORARY);
        return restoreSql("\n" + others.indent(4).stripTrailing(), "");
    }

    /** A statement that puts the role back, which ends with the transaction. */
    public static String restoreRoleSql() {
        return restoreSql("", " WHERE key IN ('role', 'session_authorization')");
    }

    /** The role comes last: it may not be allowed the rest. */
    private static String restoreSql(String others, String which) {
        return DollarQuotes.block("""
                DECLARE
                    before jsonb := %s;
                BEGIN
                    RESET SESSION AUTHORIZATION;
                    RESET ROLE;%s
                    PERFORM set_config(key, value, false)
                    FROM (SELECT * FROM jsonb_each_text(before)%s ORDER BY key = 'role', key = 'session_authorization') AS kept;
                END
                """.formatted(BEFORE, others, which));
    }
}
