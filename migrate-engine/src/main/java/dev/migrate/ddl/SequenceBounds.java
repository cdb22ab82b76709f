package dev.migrate.ddl;

import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * New bounds of a sequence that hasn't come as far as they begin, which PostgreSQL refuses: {@code RESTART value (1) cannot
 * be less than MINVALUE (1000)}. Such a one goes on where they begin; no value is given twice. One that has gone beyond
 * their end has no value left, and PostgreSQL's refusal stands; unless it turns, and they leave out all that it had before.
 */
final class SequenceBounds {

    private SequenceBounds() {}

    /**
     * {@code ALTER SEQUENCE} with these clauses.
     *
     * @param increment null if it stays as it is
     * @param min null if it leaves out nothing that was allowed before
     * @param max the same
     */
    static Statement within(
            QualifiedName sequence, String clauses, @Nullable Long increment, @Nullable Long min, @Nullable Long max) {
        String name = SqlIdentifiers.quote(sequence);
        return within(
                """
                    counted bigint := (SELECT last_value FROM %s);
                    forward boolean := (SELECT %s FROM pg_sequence WHERE seqrelid = %s::regclass);
                BEGIN
                """.formatted(name, forward(increment, min, max), Literals.literal(name)),
                "ALTER SEQUENCE " + name + " " + clauses,
                increment,
                min,
                max);
    }

    /**
     * {@code ALTER COLUMN} of an identity with this action; the rest as for a sequence, whose name only the server knows.
     */
    static Statement within(
            QualifiedName table,
            String column,
            String action,
            @Nullable Long increment,
            @Nullable Long min,
            @Nullable Long max) {
        String name = SqlIdentifiers.quote(table);
        return within(
                """
                    generator regclass := %s;
                    counted bigint;
                    forward boolean := (SELECT %s FROM pg_sequence WHERE seqrelid = generator);
                BEGIN
                    EXECUTE 'SELECT last_value FROM ' || generator INTO counted;
                """.formatted(IdentitySequence.of(table, column), forward(increment, min, max)),
                "ALTER TABLE " + name + " ALTER COLUMN " + SqlIdentifiers.quote(column) + " " + action,
                increment,
                min,
                max);
    }

    /** Whether it counts up and may begin anew, as SQL: so it may if it turns towards values of which it had none. */
    private static String forward(@Nullable Long increment, @Nullable Long min, @Nullable Long max) {
        if (increment == null || (increment > 0 ? min : max) == null) {
            return "seqincrement > 0";
        }
        return increment > 0 ? "seqincrement > 0 OR seqmax < " + min : "seqincrement > 0 AND seqmin <= " + max;
    }

    /** @param beginning of the block, which declares and finds how far it has {@code counted} and whether {@code forward} */
    private static Statement within(
            String beginning, String alter, @Nullable Long increment, @Nullable Long min, @Nullable Long max) {
        StringBuilder cases = new StringBuilder();
        if (min != null && (increment == null || increment > 0)) {
            cases.append(before("IF forward AND counted < ", min, alter));
        }
        if (max != null && (increment == null || increment < 0)) {
            cases.append(before((cases.isEmpty() ? "" : "ELS") + "IF NOT forward AND counted > ", max, alter));
        }
        if (cases.isEmpty()) {
            return Statement.of(alter);
        }
        return Statement.of(DollarQuotes.block("""
                DECLARE
                %s%s    ELSE
                        %s;
                    END IF;
                END
                """.formatted(beginning, cases, alter)));
    }

    private static String before(String condition, long beginning, String alter) {
        return """
                    %s%s THEN
                        %s RESTART WITH %s;
                """.formatted(condition, beginning, alter, beginning);
    }
}
