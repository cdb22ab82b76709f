package dev.migrate.autogen.diff.renaming;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenameCandidatesTest {

    private static final Schema BEFORE = Schema.ofTables(table("customer_scoremap")
            .columns(
                    column("customer_id", bigint()).notNull(),
                    column("scoremap_key", varchar(255)).notNull(),
                    column("scoremap", integer())));
    private static final Schema AFTER = Schema.ofTables(table("customer_score_map")
            .columns(
                    column("customer_id", bigint()).notNull(),
                    column("score_map_key", varchar(255)).notNull(),
                    column("score_map", integer())));

    @Test
    void aTableMayBeRenamedByANamingStrategyThatRenamesItsColumnsAsWell() {
        assertThat(options()).containsExactly("customer_scoremap:customer_score_map");
        assertThat(options("customer_scoremap:customer_score_map"))
                .containsExactly(
                        "customer_score_map.scoremap:score_map", "customer_score_map.scoremap_key:score_map_key");
    }

    @Test
    void namesThatAreAlikeTellMoreThanThePlace() {
        Table before = processes("process_id", "root_process_id", "root_process_instance_id", "process_name");
        Table after = processes("processname", "processid", "rootprocessid", "rootprocessinstanceid");

        assertThat(options(Schema.ofTables(before), Schema.ofTables(after)))
                .containsExactly(
                        "processes.process_id:processid",
                        "processes.process_name:processname",
                        "processes.root_process_id:rootprocessid",
                        "processes.root_process_instance_id:rootprocessinstanceid");
    }

    @Test
    void theOnlyColumnsThatComeAndGoMayBeOneThatHibernatePutsElsewhere() {
        Table before = processes("owner", "process_id", "value");
        Table after = processes("annotation", "owner", "process_id");

        assertThat(options(Schema.ofTables(before), Schema.ofTables(after)))
                .containsExactly("processes.value:annotation");
    }

    private static Table processes(String... names) {
        return table("processes")
                .columns(
                        Stream.of(names).map(name -> column(name, varchar(255))).toArray(Column[]::new));
    }

    private static List<String> options(String... renames) {
        return options(BEFORE, AFTER, renames);
    }

    private static List<String> options(Schema before, Schema after, String... renames) {
        return SchemaDiff.diff(before, after, DiffOptions.CATALOGS.renames(List.of(renames))).candidates().stream()
                .map(RenameCandidate::option)
                .toList();
    }
}
