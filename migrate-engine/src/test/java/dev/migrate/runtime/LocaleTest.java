package dev.migrate.runtime;

import static dev.migrate.schema.Definitions.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the machine's language writes numbers with digits of its own. */
@PostgresTest
class LocaleTest {

    private static final Locale BEFORE = Locale.getDefault();

    static class History {
        @Revision(id = "0001")
        static class Numbers implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createSequence(sequence("numbers"));
                op.alterSequence("numbers", numbers -> numbers.min(5).start(5));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropSequence("numbers");
            }
        }
    }

    @BeforeEach
    void inEgypt() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    }

    @AfterEach
    void backHome() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void theDigitsOfSqlStayWhatTheyAre(TestDatabase database) {
        assertThat("%d".formatted(3)).isEqualTo("٣");
        Migrate migrate = TestHistory.configure(database, History.class).build();

        migrate.upgrade("head");

        assertThat(database.query("SELECT nextval('numbers')")).isEqualTo("5");
        migrate.downgrade("base");
        assertThat(migrate.current()).isEmpty();
    }
}
