package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Part of the application, without a database. */
@JsonTest
@ExtendWith(OutputCaptureExtension.class)
class SliceTest {

    @Test
    void theStarterIsSilent(@Autowired ObjectProvider<Migrate> migrate, CapturedOutput output) {
        assertThat(migrate.stream()).isEmpty();
        assertThat(output).doesNotContain("Migrate");
    }
}
