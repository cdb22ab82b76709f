package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Logical replication of all tables carries the version table and the journal to the subscriber. */
@PostgresTest
class SubscriberTest {

    private static final String REPLICATED =
            "A subscription of this server fills public.migrate_version or public.migrate_journal: they tell what was"
                    + " applied on the publishing server, not what was applied here.";

    @Test
    void whatAPublisherHasAppliedDoesNotCountAsAppliedHere(TestDatabase publisher, TestDatabase subscriber) {
        TestHistory.configure(publisher, Agents.class).build().upgrade("0001");
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate =
                TestHistory.configure(subscriber, Agents.class).listener(told).build();
        migrate.upgrade("0001");
        subscribe(subscriber, publisher);
        try {
            migrate.upgrade("0001");

            assertThat(told.text()).endsWith(REPLICATED);
            assertRefused(() -> migrate.upgrade("head"));
            assertRefused(() -> migrate.downgrade("base"));
            assertRefused(() -> migrate.stamp("head"));

            Migrate apart = TestHistory.configure(subscriber, Agents.class)
                    .versionTable("subscriber_version")
                    .build();
            apart.stamp("0001");
            apart.upgrade("head");
            apart.requireCurrent();
            assertThat(migrate.current()).containsExactly("0001");
        } finally {
            subscriber.execute("DROP SUBSCRIPTION everything");
        }
    }

    /** With the tables of the publication, and without their rows: the server of the tests replicates nothing. */
    private static void subscribe(TestDatabase subscriber, TestDatabase publisher) {
        publisher.execute("CREATE PUBLICATION everything FOR ALL TABLES");
        subscriber.execute("CREATE SUBSCRIPTION everything CONNECTION 'host=localhost user=postgres port="
                + publisher.server().port() + " dbname=" + publisher.name() + "' PUBLICATION everything"
                + " WITH (slot_name = NONE, create_slot = false, enabled = false, copy_data = false)");
    }

    private static void assertRefused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(MigrateException.class)
                .hasMessage(REPLICATED + " What this server adds would stop the replication. Keep apart what is applied"
                        + " here: set versionTable to a name that isn't published, for example subscriber_version, record"
                        + " where this database is with mvn migrate:stamp, and run the command again. Or leave both"
                        + " tables out of the publication.");
    }
}
