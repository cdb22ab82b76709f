package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> NAMES = List.of("--url", "--user", "-U", "--packages", "--lock-timeout");

    @Test
    void theNearestComesFirst() {
        assertThat(Suggestions.of("--ulr=jdbc:postgresql://db/app", NAMES)).containsExactly("--url", "--user");
        assertThat(Suggestions.of("--packges", NAMES)).containsExactly("--packages");
        assertThat(Suggestions.of("--locktimeout", NAMES)).containsExactly("--lock-timeout");
    }

    @Test
    void whatIsFarFromAllIsNoneOfThem() {
        assertThat(Suggestions.of("--graph", NAMES)).isEmpty();
    }
}
