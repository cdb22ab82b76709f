package dev.migrate.autogen.diff.comparison;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedNamesTest {

    private static final String COLUMN = "a_column_with_so_long_a_name_that_its_key_has_no_room_for_it";

    /** Names as the server makes them. */
    @ParameterizedTest
    @CsvSource({
        "orders_a_column_with_so_long_a_name_that_its_key_has_no_ro_fkey, true",
        "orders_a_column_with_so_long_a_name_that_its_key_has_no_r_fkey1, true",
        "orders_a_column_with_so_long_a_name_that_its_key_has_no__fkey11, true",
        "orders_a_column_with_so_long_a_name_that_its_key_has_no__fkey1, false",
        "orders_a_column_with_so_long_a_name_that_its_key_has_no_r_fkey, false",
    })
    void aNumberTakesTheRoomOfLettersInALongName(String name, boolean isGenerated) {
        Table orders = table("orders").columns(column(COLUMN, bigint()));

        assertThat(GeneratedNames.isGenerated(orders, foreignKey(name, COLUMN).references("orders", "id")))
                .isEqualTo(isGenerated);
    }
}
