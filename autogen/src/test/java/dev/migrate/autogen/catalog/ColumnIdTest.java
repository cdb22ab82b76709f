package dev.migrate.autogen.catalog;

import dev.migrate.autogen.catalog.SequenceRow.ColumnId;
import dev.migrate.testing.WrittenEquality;
import org.junit.jupiter.api.Test;

class ColumnIdTest {

    @Test
    void a_column_is_that_of_its_table_and_its_number() throws ReflectiveOperationException {
        WrittenEquality.requireEachComponent(new ColumnId(16384, 1), new ColumnId(16385, 2));
    }
}
