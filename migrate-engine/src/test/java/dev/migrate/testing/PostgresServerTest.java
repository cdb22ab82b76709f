package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class PostgresServerTest {

    @Test
    void eachTestHasItsOwnEmptyDatabase(TestDatabase first, TestDatabase second) {
        first.execute("CREATE TABLE t (a int)");

        assertThat(first.query("SELECT count(*) FROM pg_tables WHERE tablename = 't'"))
                .isEqualTo("1");
        assertThat(second.query("SELECT count(*) FROM pg_tables WHERE tablename = 't'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void theOldestAndTheNewestSupportedMajorStart(int major) {
        try (TestDatabase database = PostgresServer.get(major).newDatabase()) {
            assertThat(database.query("SELECT current_setting('server_version_num')::int / 10000"))
                    .isEqualTo(Integer.toString(major));
        }
    }
}
