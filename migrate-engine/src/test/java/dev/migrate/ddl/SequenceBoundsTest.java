package dev.migrate.ddl;

import static dev.migrate.schema.Definitions.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.schema.Sequence;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
class SequenceBoundsTest {

    private static final Sequence PLAIN = sequence("\"Numbers\"");

    @Test
    void boundsThatLeaveOutWhereASequenceIsAreASentenceOfTheirOwn() {
        assertThat(change(PLAIN, PLAIN.min(1000).max(5000))).isEqualTo("""
                DO $migrate$
                DECLARE
                    counted bigint := (SELECT last_value FROM "Numbers");
                BEGIN
                    IF counted < 1000 THEN
                        ALTER SEQUENCE "Numbers" MINVALUE 1000 MAXVALUE 5000 START WITH 1000 RESTART WITH 1000;
                        PERFORM setval('"Numbers"', 1000, seqincrement < 0) FROM pg_sequence WHERE seqrelid = '"Numbers"'::regclass;
                    ELSIF counted > 5000 THEN
                        ALTER SEQUENCE "Numbers" MINVALUE 1000 MAXVALUE 5000 START WITH 1000 RESTART WITH 5000;
                        PERFORM setval('"Numbers"', 5000, seqincrement > 0) FROM pg_sequence WHERE seqrelid = '"Numbers"'::regclass;
                    ELSE
                        ALTER SEQUENCE "Numbers" MINVALUE 1000 MAXVALUE 5000 START WITH 1000;
                    END IF;
                END
                $migrate$""");
        assertThat(change(PLAIN.min(1000), PLAIN)).isEqualTo("ALTER SEQUENCE \"Numbers\" NO MINVALUE START WITH 1");
    }

    @Test
    void aSequenceGoesOnWithinItsBounds(TestDatabase database) {
        database.execute("CREATE SEQUENCE \"Numbers\"; SELECT nextval('\"Numbers\"')");
        database.execute(change(PLAIN, PLAIN.max(5000)));
        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("2");

        database.execute(change(PLAIN.max(5000), PLAIN.min(1000).max(5000)));
        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("1000");
    }

    @Test
    void aSequenceBeyondItsNewEndIsExhausted(TestDatabase database) {
        database.execute("CREATE SEQUENCE \"Numbers\"; SELECT setval('\"Numbers\"', 200)");
        database.execute(change(PLAIN, PLAIN.max(100)));

        assertThatThrownBy(() -> database.query("SELECT nextval('\"Numbers\"')"))
                .cause()
                .hasMessageStartingWith("ERROR: nextval: reached maximum value of sequence \"Numbers\" (100)");
    }

    @Test
    void aNameMayContainTheQuotesOfTheBlock(TestDatabase database) {
        Sequence odd = sequence("\"odd$migrate$ '; %s\"");
        database.execute("CREATE SEQUENCE \"odd$migrate$ '; %s\"");
        database.execute(change(odd, odd.min(1000)));

        assertThat(database.query("SELECT nextval('\"odd$migrate$ ''; %s\"')")).isEqualTo("1000");
    }

    private static String change(Sequence from, Sequence to) {
        return new DdlRenderer(PostgresServer.get().version())
                .render(new ChangeSequence(from, to)).stream()
                        .map(Statement::sql)
                        .reduce("", String::concat);
    }
}
