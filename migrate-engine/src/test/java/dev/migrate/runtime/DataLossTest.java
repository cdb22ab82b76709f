package dev.migrate.runtime;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.Migration;
import dev.migrate.OnDataLoss;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.lint.Ignored;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run loses for good is said, or refused, before it begins. */
@PostgresTest
class DataLossTest {

    static class History {
        @Revision(id = "0001", message = "notes")
        static class Notes implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createTable(table("notes")
                        .columns(
                                column("id", integer()),
                                column("price", numeric(10, 4)),
                                column("at", text()),
                                column("rest", text())));
                op.createTable(table("old").columns(column("id", integer())));
                op.execute("INSERT INTO notes VALUES (1, 1.2345, '2026-01-01 10:00', 'x'); INSERT INTO old VALUES (1)");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("old");
                op.dropTable("notes");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "tidy up")
        static class TidyUp implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createTable(table("scratch").columns(column("id", integer())));
                op.dropTable("scratch");
                op.execute("DROP TABLE old");
                op.alterColumn("notes", alter("price").type(numeric(12, 2)));
            }

            @Override
            public void downgrade(Operations op) {
                op.createTable(table("old").columns(column("id", integer())));
                op.alterColumn("notes", alter("price").type(numeric(14, 4)));
            }
        }

        @Revision(id = "0003", revises = "0002")
        static class Narrow implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.dropColumn("notes", "rest");
                op.execute("ALTER TABLE notes ALTER at TYPE date USING at::date");
            }

            @Override
            public void downgrade(Operations op) {
                op.addColumn("notes", column("rest", text()));
            }
        }
    }

    private static final String LOSSES = """
              0002 (tidy up): The rows of old are lost, and whoever still uses it fails. [drop-table]
              0002 (tidy up): A value of notes.price is rounded where numeric(12,2) has no room for what numeric(10,4) \
            holds. [type-loses-precision]
              0003: The values of notes.rest are lost, and whoever still uses it fails. [drop-column]
              0003: A value of notes.at loses its time where date has no room for what text holds. \
            [type-loses-precision]""".stripTrailing();

    private static List<String> warnings(MigrateBuilder builder, String target, boolean up) {
        List<String> heard = new ArrayList<>();
        Migrate migrate = builder.listener(new RunListener() {
                    @Override
                    public void warning(String text) {
                        heard.add(text);
                    }

                    @Override
                    public void revisionStarted(dev.migrate.revision.Step step) {
                        heard.add(step.revision().id());
                    }
                })
                .build();
        if (up) {
            migrate.upgrade(target);
        } else {
            migrate.downgrade(target);
        }
        return heard;
    }

    @Test
    void itIsSaidBeforeTheRunBegins(TestDatabase database) {
        assertThat(warnings(TestHistory.configure(database, History.class), "0001", true))
                .containsExactly("0001");
        assertThat(warnings(TestHistory.configure(database, History.class), "head", true))
                .containsExactly("This upgrade loses data:\n" + LOSSES, "0002", "0003");
        assertThat(warnings(TestHistory.configure(database, History.class), "base", false))
                .containsExactly("""
                        This downgrade loses data:
                          0001 (notes): The rows of notes are lost, and whoever still uses it fails. [drop-table]""", "0003", "0002", "0001");
    }

    private static MigrateBuilder refusing(TestDatabase database, String... allowed) {
        return TestHistory.configure(database, History.class)
                .loss(OnDataLoss.REFUSE)
                .lintIgnore(Stream.of(allowed).map(Ignored::parse).toList());
    }

    @Test
    void whatRefusesItRunsNothingUnlessAReasonAllowsIt(TestDatabase database) {
        refusing(database).build().upgrade("0001");

        String refusal = "Nothing was run, because this upgrade loses data (loss is refuse):\n" + LOSSES + "\n" + """
                Keep a dump of it. Then allow each of them with its reason, such as <lintIgnore><rule>0002:drop-table=nobody \
                has read it since 2.4</rule></lintIgnore>, or all of them once with -Dmigrate.loss=warn.""";
        assertThatThrownBy(() -> refusing(database).build().upgrade("head")).hasMessage(refusal);
        assertThatThrownBy(() -> refusing(database, "0001:drop-table=another revision's")
                        .build()
                        .upgrade("head"))
                .hasMessage(refusal);
        assertThat(database.query("SELECT id, price FROM notes")).isEqualTo("1|1.2345");
        assertThat(database.query("SELECT id FROM old")).isEqualTo("1");

        assertThat(warnings(
                        refusing(
                                database,
                                "0002:drop-table=it is empty",
                                "type-loses-precision=prices have cents",
                                "0003:drop-column=never read"),
                        "head",
                        true))
                .containsExactly("0002", "0003");
        assertThat(database.query("SELECT price FROM notes")).isEqualTo("1.23");
        assertThatThrownBy(() -> refusing(database).build().downgrade("base"))
                .hasMessageStartingWith("Nothing was run, because this downgrade loses data (loss is refuse):\n  0001");
    }

    @Test
    void aScriptThatLosesDataIsRefused(TestDatabase database) {
        StringBuilder script = new StringBuilder();

        assertThatThrownBy(() -> refusing(database).build().upgradeSql("0001:head", script))
                .hasMessageStartingWith("Nothing was run, because this upgrade loses data (loss is refuse):\n  0002");
        assertThat(script).isEmpty();

        refusing(database).build().upgradeSql("0001", script);
        assertThat(script).isNotEmpty();
    }

    /** Other branches of a database's past are known to the catalog only. */
    static class OfAnUnknownType {
        @Revision(id = "0001")
        static class Rounds implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.alterColumn("prices", alter("price").type(integer()));
                op.alterColumn("prices", alter("id").type(integer()));
            }
        }
    }

    @Test
    void aTypeThatNoOperationTellsIsAskedOfTheDatabase(TestDatabase database) {
        database.execute("CREATE TABLE prices (id smallint, price numeric)");

        assertThat(warnings(TestHistory.configure(database, OfAnUnknownType.class), "head", true))
                .containsExactly("""
                        This upgrade loses data:
                          0001: A value of prices.price is rounded where integer has no room for what numeric holds. \
                        [type-loses-precision]""", "0001");
    }
}
