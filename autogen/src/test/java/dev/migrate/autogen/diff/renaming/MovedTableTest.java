package dev.migrate.autogen.diff.renaming;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MovedTableTest {

    @Test
    void aTableThatGoesToTheDefaultSchemaIsMovedThereIfThatIsSaid() {
        assertThat(advice("crm.agents", "agents"))
                .hasValue(
                        "If it moves to the default schema, nothing is lost when this file is deleted and generated again"
                                + " with -Dmigrate.rename=crm.agents:agents.");
    }

    private static Optional<String> advice(String from, String to) {
        Table gone = table(from).columns(column("id", bigint()));
        Table come = table(to).columns(column("id", bigint()));
        return MovedTable.of(new DropTable(gone), List.of(new DropTable(gone), new CreateTable(come)))
                .map(MovedTable::advice);
    }
}
