package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A role that owns nothing, as an application has one. */
@PostgresTest
class MissingRightsTest {

    @Test
    void whoMayNotCreateTheVersionTableIsToldWhatTheOwnerHasToSay(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN; REVOKE CREATE ON SCHEMA public FROM public".formatted(app(database)));

        assertThatThrownBy(() -> agents(database).build().upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        The tables public.migrate_version and public.migrate_journal can't be created: ERROR: permission \
                        denied for schema public
                          Position: 28
                        Let an owner say GRANT CREATE ON SCHEMA public TO %1$s, or set versionSchema to a schema that \
                        %1$s may create in.""", app(database));
        assertThatThrownBy(() -> agents(database).versionSchema("Own").build().upgrade("head"))
                .hasMessage("""
                        The tables Own.migrate_version and Own.migrate_journal can't be created: ERROR: permission \
                        denied for database %2$s
                        Let an owner say CREATE SCHEMA "Own" AUTHORIZATION %1$s, or set versionSchema to a schema that \
                        %1$s may create in.""", app(database), database.name());

        database.execute("GRANT CREATE ON SCHEMA public TO " + app(database));
        agents(database).build().upgrade("head");
    }

    @Test
    void whoMayHaveNoMoreConnectionsIsToldWhatLimitsThem(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN CONNECTION LIMIT 0".formatted(app(database)));

        assertThatThrownBy(agents(database).build()::current)
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        No connection to the database: FATAL: too many connections for role "%s". Wait until others end \
                        theirs, or raise what limits them: max_connections, or the CONNECTION LIMIT of the role or the \
                        database.""", app(database));
    }

    @Test
    void whoMayNotLookForTheVersionTableHasAConnectionAllTheSame(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN; CREATE SCHEMA secret".formatted(app(database)));

        assertThatThrownBy(agents(database).versionSchema("secret").build()::requireCurrent)
                .hasMessage("Looking for the table migrate_version failed: ERROR: permission denied for schema secret");
        assertThat(agents(database).build().current()).isEmpty();
    }

    @Test
    void whoMayNotReadTheVersionTableOrTheJournalIsToldWhatTheOwnerHasToSay(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN".formatted(app(database)));
        TestHistory.configure(database, Agents.class).build().upgrade("head");
        String message = """
                The tables public.migrate_version and public.migrate_journal can't be read: ERROR: permission denied for \
                table %2$s
                Let an owner say GRANT SELECT ON public.migrate_version, public.migrate_journal TO %1$s. Who migrates \
                needs INSERT, UPDATE and DELETE as well.""";

        assertThatThrownBy(agents(database).build()::current)
                .isInstanceOf(MigrateException.class)
                .hasMessage(message, app(database), "migrate_version");
        database.execute("GRANT SELECT ON migrate_version TO " + app(database));
        assertThatThrownBy(agents(database).build()::requireCurrent)
                .hasMessage(message, app(database), "migrate_journal");
        assertThatThrownBy(() -> agents(database).build().upgrade("head"))
                .hasMessage(message, app(database), "migrate_journal");

        database.execute("GRANT SELECT ON migrate_journal TO " + app(database));
        agents(database).build().requireCurrent();
        agents(database).build().upgrade("head");
    }

    private static MigrateBuilder agents(TestDatabase database) {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setUser(app(database));
        return TestHistory.configure(database, Agents.class).dataSource(dataSource);
    }

    private static String app(TestDatabase database) {
        return database.name() + "_app";
    }
}
