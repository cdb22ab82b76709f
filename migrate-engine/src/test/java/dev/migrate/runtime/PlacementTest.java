package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Statement;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void rowsThatAreCopiedMayHaveATransactionOfTheirOwn() {
        assertThat(Placement.of(Statement.outsideTransaction("COPY t (a) FROM stdin")))
                .isEqualTo(Placement.APART);
    }

    @Test
    void whatPostgresqlRefusesInATransactionRunsAlone() {
        assertThat(Placement.of(Statement.outsideTransaction("CREATE INDEX CONCURRENTLY ON t (a)")))
                .isEqualTo(Placement.ALONE);
    }
}
