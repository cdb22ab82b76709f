package dev.migrate.ddl;

import dev.migrate.MigrateException;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL that checks what a migration requires of the rows. */
public final class RequirementSql {

    /** How many of the rows are shown. */
    public static final int SHOWN = 3;

    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE", "(");

    /** Materialized, so that the planner expects all rows to be read: for the first few it would take an index. */
    private static final String BEFORE = "WITH \"migrate rows\" AS MATERIALIZED (\n";

    private static final String BEHIND = """

            ) SELECT count(*), (
                SELECT string_agg(key, '; ') FROM (
                    SELECT coalesce((
                        SELECT string_agg(key || ' = ' || coalesce(left(value, 60), 'NULL'), ', ')
                        FROM json_each_text(row_to_json("migrate rows"))), '') AS key
                    FROM "migrate rows" LIMIT %s) AS shown)
            FROM "migrate rows\"""".formatted(SHOWN);

    private RequirementSql() {}

    /**
     * A query for the number of rows that break a rule, and for the first of them as text; null if there is none.
     *
     * @throws MigrateException if what is required isn't one query
     */
    public static String violations(Require requirement) {
        return BEFORE + query(requirement) + BEHIND;
    }

    private static String query(Require requirement) {
        List<Statement> statements = SqlScript.split(requirement.sql());
        if (statements.size() == 1) {
            String sql = statements.get(0).sql();
            List<String> tokens = SqlScript.tokens(sql);
            if (!tokens.isEmpty() && QUERIES.contains(tokens.get(0).toUpperCase(Locale.ROOT))) {
                return WrittenSql.part(sql);
            }
        }
        throw new MigrateException("The requirement '" + requirement.rule() + "' has: " + requirement.sql()
                + "\nExpected one query that returns the rows that break it, such as SELECT id FROM orders WHERE note IS"
                + " NULL");
    }

    /** A statement that fails with all rules that rows break. */
    public static Statement check(List<Require> requirements) {
        String rules = requirements.stream()
                .map(one -> "(" + Literals.string(one.rule()) + ", " + Literals.string(query(one)) + ")")
                .collect(Collectors.joining(",\n        "));
        return Statement.of(
                DollarQuotes.block("""
                DECLARE
                    rule text;
                    query text;
                    number bigint;
                    shown text;
                    broken text := '';
                BEGIN
                    FOR rule, query IN VALUES
                        %s
                    LOOP
                        EXECUTE %s || query || %s INTO number, shown;
                        IF number > 0 THEN
                            broken := broken || format(E'\\n  %%s: %%s break%%s it (%%s%%s)', rule,
                                number || CASE WHEN number = 1 THEN ' row' ELSE ' rows' END,
                                CASE WHEN number = 1 THEN 's' ELSE '' END,
                                shown, CASE WHEN number > %s THEN '; ...' ELSE '' END);
                        END IF;
                    END LOOP;
                    IF broken <> '' THEN
                        RAISE EXCEPTION 'Rows break what the migration requires:%%', broken
                        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Correct these rows and run it again.';
                    END IF;
                END
                """.formatted(rules, Literals.string(BEFORE), Literals.string(BEHIND), SHOWN)));
    }
}
