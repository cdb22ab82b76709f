package dev.migrate.ddl;

import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * New bounds of a sequence that may have counted to what they leave out, which PostgreSQL refuses: {@code RESTART value (1)
 * cannot be less than MINVALUE (1000)}. One that has not come as far as its bounds begin goes on there; one that has gone
 * beyond their end is exhausted, as it would be had it always had them.
 */
final class SequenceBounds {

    private SequenceBounds() {}

    /**
     * {@code ALTER SEQUENCE} with these clauses.
     *
     * @param min null if it leaves out nothing that was allowed before
     * @param max the same
     */
    static Statement within(QualifiedName sequence, String clauses, @Nullable Long min, @Nullable Long max) {
        String name = SqlIdentifiers.quote(sequence);
        String alter = "ALTER SEQUENCE " + name + " " + clauses;
        if (min == null && max == null) {
            return Statement.of(alter);
        }
        String literal = Literals.literal(name);
        StringBuilder cases = new StringBuilder();
        if (min != null) {
            cases.append(outside("IF counted < ", min, alter, literal, "<"));
        }
        if (max != null) {
            cases.append(outside((min == null ? "" : "ELS") + "IF counted > ", max, alter, literal, ">"));
        }
        return Statement.of("DO " + DollarQuotes.quote("""

                DECLARE
                    counted bigint := (SELECT last_value FROM %s);
                BEGIN
                %s    ELSE
                        %s;
                    END IF;
                END
                """.formatted(name, cases, alter)));
    }

    /** What is beyond the end of the bounds has been given to somebody, what is before their beginning has not. */
    private static String outside(String condition, long bound, String alter, String sequence, String direction) {
        return """
                    %s%d THEN
                        %s RESTART WITH %d;
                        PERFORM setval(%s, %d, seqincrement %s 0) FROM pg_sequence WHERE seqrelid = %s::regclass;
                """.formatted(condition, bound, alter, bound, sequence, bound, direction, sequence);
    }
}
