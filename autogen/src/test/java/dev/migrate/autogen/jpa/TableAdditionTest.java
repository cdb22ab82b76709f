package dev.migrate.autogen.jpa;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What statements of a mapping add to its table {@code prices}. */
class TableAdditionTest {

    @Test
    void comments_belong_to_nothing() {
        assertThat(added(
                        "create index a on prices (age) -- for reports",
                        "create index b on prices (age -- of all\n) /* why */ where age > 0; -- why",
                        "create index c on prices (age /* years */, low) include (high) -- why",
                        "alter table prices add constraint d check (age > 0) -- must be positive",
                        "alter table prices add constraint e check (age > (1 + 2) /* three */) not valid /* why */"))
                .isEqualTo("""
                        table prices
                          age integer
                          low integer
                          high integer
                          check d (age > 0)
                          check e (age > (1 + 2)) not valid
                          index a [age]
                          index b [age] where age > 0
                          index c [age, low] include [high]
                        """);
    }

    @Test
    void a_check_is_named_after_the_one_column_that_it_mentions() {
        assertThat(added(
                        "alter table prices add check (age > 17)",
                        "alter table prices add check (age < 200)",
                        "alter table prices add check (low < high)",
                        "alter table prices add constraint chosen check (age <> 99)",
                        "alter table prices add check (1 > 0)"))
                .isEqualTo("""
                        table prices
                          age integer
                          low integer
                          high integer
                          check prices_age_check (age > 17)
                          check prices_age_check1 (age < 200)
                          check prices_check (low < high)
                          check chosen (age <> 99)
                          check prices_check1 (1 > 0)
                        """);
    }

    private static String added(String... statements) {
        ConventionalNames conventional = new ConventionalNames();
        SqlNames names = new SqlNames("public");
        Table table =
                table("prices").columns(column("age", integer()), column("low", integer()), column("high", integer()));
        for (String sql : statements) {
            table = TableAddition.of(sql, names, conventional)
                    .orElseThrow()
                    .add()
                    .apply(table);
        }
        return SchemaText.of(Schema.ofTables(List.of(table).toArray(Table[]::new)));
    }
}
