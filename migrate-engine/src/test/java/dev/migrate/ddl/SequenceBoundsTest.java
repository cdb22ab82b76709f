package dev.migrate.ddl;

import static dev.migrate.schema.Definitions.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.ColumnChange.SetIdentity;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceAlteration;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@PostgresTest
class SequenceBoundsTest {

    private static final Sequence PLAIN = sequence("\"Numbers\"");

    @Test
    void newBoundsGoWithAStepToWhereTheyBegin() {
        assertThat(change(PLAIN, PLAIN.min(1000).max(5000))).isEqualTo("""
                DO $migrate$
                DECLARE
                    counted bigint := (SELECT last_value FROM "Numbers");
                    forward boolean := (SELECT seqincrement > 0 OR seqmax < 1000 FROM pg_sequence WHERE seqrelid = '"Numbers"'::regclass);
                BEGIN
                    IF forward AND counted < 1000 THEN
                        ALTER SEQUENCE "Numbers" MINVALUE 1000 MAXVALUE 5000 START WITH 1000 RESTART WITH 1000;
                    ELSE
                        ALTER SEQUENCE "Numbers" MINVALUE 1000 MAXVALUE 5000 START WITH 1000;
                    END IF;
                END
                $migrate$""");
        assertThat(change(PLAIN.min(1000), PLAIN)).isEqualTo("ALTER SEQUENCE \"Numbers\" NO MINVALUE START WITH 1");
        assertThat(change(PLAIN, PLAIN.max(5000))).isEqualTo("ALTER SEQUENCE \"Numbers\" MAXVALUE 5000");
    }

    @Test
    void theDirectionIsAskedForWhereNobodySaysIt() {
        assertThat(rendered(new AlterSequence(
                        PLAIN.name(), SequenceAlteration.NONE.min(-500).max(-10).changes())))
                .isEqualTo("""
                DO $migrate$
                DECLARE
                    counted bigint := (SELECT last_value FROM "Numbers");
                    forward boolean := (SELECT seqincrement > 0 FROM pg_sequence WHERE seqrelid = '"Numbers"'::regclass);
                BEGIN
                    IF forward AND counted < -500 THEN
                        ALTER SEQUENCE "Numbers" MINVALUE -500 MAXVALUE -10 RESTART WITH -500;
                    ELSIF NOT forward AND counted > -10 THEN
                        ALTER SEQUENCE "Numbers" MINVALUE -500 MAXVALUE -10 RESTART WITH -10;
                    ELSE
                        ALTER SEQUENCE "Numbers" MINVALUE -500 MAXVALUE -10;
                    END IF;
                END
                $migrate$""");
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
    void aSequenceThatCountsDownGoesOnWhereItsBoundsBegin(TestDatabase database) {
        database.execute("CREATE SEQUENCE \"Numbers\" INCREMENT -1; SELECT nextval('\"Numbers\"')");
        database.execute(rendered(new AlterSequence(
                PLAIN.name(),
                SequenceAlteration.NONE.min(-500).max(-10).start(-10).changes())));

        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("-10");
    }

    @Test
    void aSequenceThatTurnsBeginsWhereItHasGivenNoValue(TestDatabase database) {
        Sequence down = PLAIN.increment(-1).min(-100).max(-10).start(-10);
        database.execute("CREATE SEQUENCE \"Numbers\"; SELECT setval('\"Numbers\"', 200)");

        database.execute(change(PLAIN, down));
        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("-10");

        database.execute(change(down, PLAIN));
        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("1");

        database.execute(rendered(new AlterSequence(
                PLAIN.name(),
                SequenceAlteration.NONE
                        .increment(-1)
                        .min(-100)
                        .max(-10)
                        .start(-10)
                        .changes())));
        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("-10");
    }

    @Test
    void aSequenceThatTurnsBeginsAtTheUsualBoundOfItsDirection(TestDatabase database) {
        SequenceAlteration unbounded = SequenceAlteration.NONE.noMin().noMax();
        database.execute("CREATE SEQUENCE \"Numbers\"; SELECT setval('\"Numbers\"', 200)");

        database.execute(rendered(new AlterSequence(
                PLAIN.name(), unbounded.increment(-1).start(-1).changes())));
        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("-1");

        database.execute(rendered(
                new AlterSequence(PLAIN.name(), unbounded.increment(1).start(1).changes())));
        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("1");
        assertThat(rendered(new AlterSequence(PLAIN.name(), unbounded.changes())))
                .isEqualTo("ALTER SEQUENCE \"Numbers\" NO MINVALUE NO MAXVALUE");
    }

    @Test
    void aSequenceThatTurnsAmongTheValuesItHasGivenIsRefused(TestDatabase database) {
        database.execute("CREATE SEQUENCE \"Numbers\"; SELECT setval('\"Numbers\"', 200)");

        assertThatThrownBy(() -> database.execute(
                        change(PLAIN, PLAIN.increment(-1).min(-100).max(100).start(100))))
                .rootCause()
                .hasMessageStartingWith("ERROR: RESTART value (200) cannot be greater than MAXVALUE (100)");
    }

    @Test
    void aSequenceBeyondItsNewEndIsRefused(TestDatabase database) {
        database.execute("CREATE SEQUENCE \"Numbers\"; SELECT setval('\"Numbers\"', 200)");

        assertThatThrownBy(() -> database.execute(change(PLAIN, PLAIN.max(100))))
                .hasRootCauseMessage("ERROR: RESTART value (200) cannot be greater than MAXVALUE (100)");
        assertThat(database.query("SELECT nextval('\"Numbers\"')")).isEqualTo("201");
    }

    @Test
    void anIdentityGoesOnWhereItIsWhateverElseItsColumnOwns(TestDatabase database) {
        database.execute("""
                CREATE TABLE agents (id serial PRIMARY KEY);
                ALTER TABLE agents ALTER id DROP DEFAULT;
                ALTER TABLE agents ALTER id ADD GENERATED BY DEFAULT AS IDENTITY (START 2000);
                """);
        database.execute(rendered(new AlterColumn(
                QualifiedName.parse("agents"),
                "id",
                List.of(new SetIdentity(null, Identity.byDefault().min(50))))));

        assertThat(database.query("INSERT INTO agents DEFAULT VALUES RETURNING id"))
                .isEqualTo("2000");
    }

    @Test
    void aNameMayContainTheQuotesOfTheBlock(TestDatabase database) {
        Sequence odd = sequence("\"odd$migrate$ '; %s\"");
        database.execute("CREATE SEQUENCE \"odd$migrate$ '; %s\"");
        database.execute(change(odd, odd.min(1000)));

        assertThat(database.query("SELECT nextval('\"odd$migrate$ ''; %s\"')")).isEqualTo("1000");
    }

    private static String change(Sequence from, Sequence to) {
        return rendered(new ChangeSequence(from, to));
    }

    private static String rendered(Operation operation) {
        return new DdlRenderer(PostgresServer.get().version())
                .render(operation).stream().map(Statement::sql).reduce("", String::concat);
    }
}
