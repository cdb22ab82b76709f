package dev.migrate.autogen.diff.renaming;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovedTableTest {

    @Test
    void aTableThatGoesToTheDefaultSchemaIsMovedThereWhateverThatIsCalled() {
        assertThat(advice("crm.agents", "agents"))
                .containsExactly(
                        "If it moves to the default schema, nothing is lost when this file is deleted and generated again"
                                + " behind a revision with:",
                        "op.execute(\"DO $$BEGIN EXECUTE format('ALTER TABLE crm.agents SET SCHEMA %I',"
                                + " current_schema()); END$$\");");
    }

    private static List<String> advice(String from, String to) {
        Table gone = table(from).columns(column("id", bigint()));
        Table come = table(to).columns(column("id", bigint()));
        return MovedTable.of(new DropTable(gone), List.of(new DropTable(gone), new CreateTable(come)))
                .map(MovedTable::advice)
                .orElse(List.of());
    }
}
