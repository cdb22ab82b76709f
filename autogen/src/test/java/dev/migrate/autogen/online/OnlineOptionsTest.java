package dev.migrate.autogen.online;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlineOptionsTest {

    @Test
    void commasInSqlBelongToIt() {
        OnlineOptions options = OnlineOptions.ONLINE.backfill(
                List.of("users.role='a", "b'", "audit.orders.total = coalesce(price", " amount = 0", " 1)"));

        assertThat(options.backfill()).hasToString("""
                {audit.orders.total=coalesce(price, amount = 0, 1), users.role='a,b'}""");
    }

    @Test
    void spacesBehindCommasAndEmptyPiecesBelongToTheSql() {
        OnlineOptions options = OnlineOptions.ONLINE.backfill(
                Arrays.asList("\n  users.name = 'Smith ", " John", null, "'", " ", "users.role='a'\n", null));

        assertThat(options.backfill()).hasToString("{users.name='Smith , John,,', users.role='a'}");
    }

    @Test
    void everyNameThatPostgresHasCanBeFilled() {
        OnlineOptions options = OnlineOptions.ONLINE.backfill(List.of(
                "artikel.größe=0",
                "t.user-id = 1",
                "t.a$b=2",
                "\"order line\".total=3",
                "audit.\"order line\".\"a=\"\"b\"=4",
                "\"users\".\"role\"='user'"));

        assertThat(options.backfill()).hasToString("""
                {"order line".total=3, artikel.größe=0, audit."order line"."a=""b"=4, t.a$b=2, t.user-id=1,\
                 users.role='user'}""");
    }

    @Test
    void whatTheMessageSaysIsUnderstood() {
        Table before = table("audit.order line").columns(column("größe", text()), column("the sum", text()));
        Table after = table("audit.order line")
                .columns(
                        column("größe", text()).notNull(),
                        column("the sum", text()).notNull());
        Difference difference = SchemaDiff.diff(Schema.ofTables(before), Schema.ofTables(after), DiffOptions.CATALOGS);

        assertThat(OnlineRewrite.of(
                                difference, OnlineOptions.ONLINE.backfill(List.of("audit.\"order line\".größe='XL'")))
                        .unfilled())
                .containsExactly("audit.\"order line\".\"the sum\"");
    }

    @Test
    void aBackfillWithoutAColumnIsAnError() {
        assertThatThrownBy(() -> OnlineOptions.ONLINE.backfill(List.of("role='user'")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("migrate.backfill is 'role='user''; expected table.column=SQL, such as"
                        + " -Dmigrate.backfill=users.role='user'");
    }
}
