package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
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
    void aBackfillWithoutAColumnIsAnError() {
        assertThatThrownBy(() -> OnlineOptions.ONLINE.backfill(List.of("role='user'")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("migrate.backfill is 'role='user''; expected table.column=SQL, such as"
                        + " -Dmigrate.backfill=users.role='user'");
    }
}
