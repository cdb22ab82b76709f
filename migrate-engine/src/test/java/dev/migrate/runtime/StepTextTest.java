package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import dev.migrate.runtime.journal.StepText;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepTextTest {

    private final RevisionGraph agents = TestHistory.of(Agents.class);

    @Test
    void aStepIsNamedInItsDirection() {
        assertThat(Planner.upgrade(agents, Set.of(), new Target.Head()).steps())
                .extracting(StepText::running)
                .containsExactly(
                        "Running upgrade  -> 0001, create agents",
                        "Running upgrade 0001 -> 0002, add status",
                        "Running upgrade 0002 -> 0003, index names");
        assertThat(Planner.downgrade(agents, Set.of("0002"), new Target.Base()).steps())
                .extracting(StepText::running)
                .containsExactly(
                        "Running downgrade 0002 -> 0001, add status", "Running downgrade 0001 -> base, create agents");
    }
}
