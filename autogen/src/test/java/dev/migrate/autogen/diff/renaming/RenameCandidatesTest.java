package dev.migrate.autogen.diff.renaming;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.schema.Schema;
import java.util.List;
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

    private static List<String> options(String... renames) {
        return SchemaDiff.diff(BEFORE, AFTER, DiffOptions.CATALOGS.renames(List.of(renames))).candidates().stream()
                .map(RenameCandidate::option)
                .toList();
    }
}
