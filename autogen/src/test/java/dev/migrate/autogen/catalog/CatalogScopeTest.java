package dev.migrate.autogen.catalog;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogScopeTest {

    @Test
    void whatEntitiesDeclareIsLeftOutByTheSamePatternsAsWhatTheDatabaseHas() {
        Table agents = table("agents").columns(column("id", bigint()));
        Table logs = table("app.logs").columns(column("id", bigint()));
        Sequence free = sequence("free");
        Sequence ofAgents = sequence("agents_id_seq").ownedBy("agents", "id");
        Sequence ofLogs = sequence("app.logs_id_seq").ownedBy("app.logs", "id");
        Schema declared = Schema.ofTables(agents, logs).withSequences(List.of(free, ofAgents, ofLogs));
        CatalogScope all = CatalogScope.ofDefaultSchema();

        assertThat(all.within(declared, "public")).isEqualTo(declared);
        assertThat(all.excluding("public.agents").within(declared, "public"))
                .isEqualTo(Schema.ofTables(logs).withSequences(List.of(free, ofLogs)));
        assertThat(all.including("a*").within(declared, "public"))
                .isEqualTo(Schema.ofTables(agents).withSequences(List.of(free, ofAgents)));
    }
}
