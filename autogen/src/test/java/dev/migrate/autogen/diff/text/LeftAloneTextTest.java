package dev.migrate.autogen.diff.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeftAloneTextTest {

    @Test
    void what_stays_is_counted_by_its_kind() {
        assertThat(LeftAloneText.counted(List.of(
                        "default of users.created",
                        "default of users.changed",
                        "index ix_users on users",
                        "index ix_words on words (gin)",
                        "table legacy_users",
                        "ON DELETE CASCADE of constraint users_boss_fkey on users",
                        "DEFERRABLE of constraint users_name_key on users",
                        "options of the identity users.id")))
                .isEqualTo(
                        "2 defaults, 2 indexes, 1 options of identities and sequences, 2 properties of keys, 1 tables");
    }
}
