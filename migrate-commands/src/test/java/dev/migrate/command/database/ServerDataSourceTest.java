package dev.migrate.command.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.net.ServerSocket;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@PostgresTest
class ServerDataSourceTest {

    private static final ConnectionOrigin ORIGIN = new ConnectionOrigin(
            "-Dmigrate.url",
            "they may come from -Dmigrate.user and -Dmigrate.password, the URL, the POM, or the <server> of"
                    + " settings.xml that serverId names",
            "the URL, into -Dmigrate.password, or into a <server> of settings.xml that serverId names");

    private int port;

    /** One role that has to give a password, on a server that trusts all others. */
    @BeforeEach
    void requirePasswordOfOneRole(TestDatabase database) {
        port = database.server().port();
        database.execute("""
                DROP ROLE IF EXISTS guarded;
                CREATE ROLE guarded LOGIN PASSWORD 'r1ght';
                DO $$ BEGIN
                  EXECUTE format($f$COPY (VALUES ('host all guarded all scram-sha-256'), ('host all all all trust'))
                      TO %L$f$, current_setting('hba_file'));
                END $$;
                SELECT pg_reload_conf();
                """);
    }

    @Test
    void theRightPasswordConnects() throws Exception {
        try (Connection connection = dataSource("postgresql://guarded:r1ght@localhost:" + port + "/postgres")
                .connected()
                .getConnection()) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("guarded");
        }
    }

    @Test
    void aConnectionIsKeptAliveThroughLongStatementsUnlessTheUrlSaysOtherwise() {
        String url = "postgresql://postgres@localhost:" + port + "/postgres";

        assertThat(((PGSimpleDataSource) dataSource(url).connected()).getTcpKeepAlive())
                .isTrue();
        assertThat(((PGSimpleDataSource) dataSource(url + "?tcpKeepAlive=false").connected()).getTcpKeepAlive())
                .isFalse();
    }

    @Test
    void aWrongPasswordIsSaidWithoutThePassword() {
        assertFails(
                "postgresql://guarded:wr0ng@localhost:" + port + "/postgres",
                "PostgreSQL at localhost:" + port
                        + " refused user guarded: FATAL: password authentication failed for user"
                        + " \"guarded\". Check user and password: they may come from -Dmigrate.user and"
                        + " -Dmigrate.password, the URL, the POM, or the <server> of settings.xml that serverId names.");
    }

    @Test
    void aMissingPasswordIsAskedFor() {
        assertFails(
                "postgresql://guarded@localhost:" + port + "/postgres",
                "PostgreSQL at localhost:" + port
                        + " wants a password for user guarded and none was given. Put it into the"
                        + " URL, into -Dmigrate.password, or into a <server> of settings.xml that serverId names.");
    }

    @Test
    void whatTheServerLacksIsNotTakenForAMissingPassword() {
        for (String tls : List.of("sslmode=require", "sslmode=verify-full", "ssl=true")) {
            assertFails(
                    "postgresql://guarded:r1ght@localhost:" + port + "/postgres?" + tls,
                    "The driver gave up the connection to PostgreSQL at localhost:" + port
                            + ": The server does not support SSL. Check what the URL asks for, such as sslmode or"
                            + " channel_binding: it comes from -Dmigrate.url.");
        }
        assertFails(
                "postgresql://guarded@localhost:" + port + "/postgres?sslmode=require",
                "The driver gave up the connection to PostgreSQL at localhost:" + port
                        + ": The server does not support SSL. Check what the URL asks for, such as sslmode or"
                        + " channel_binding: it comes from -Dmigrate.url.");
        assertFails(
                "postgresql://postgres@localhost:" + port + "/postgres?channel_binding=require",
                "The driver gave up the connection to PostgreSQL at localhost:" + port
                        + ": Channel binding is required, but server skipped authentication. Channel binding is only"
                        + " supported with SCRAM authentication over encrypted connections. Check what the URL asks for,"
                        + " such as sslmode or channel_binding: it comes from -Dmigrate.url.");
    }

    @Test
    void whereOnlyTheUrlCountsNoOtherPlaceIsNamed() {
        assertThatThrownBy(() -> dataSource(
                                "postgresql://guarded:wr0ng@localhost:" + port + "/postgres",
                                ConnectionOrigin.urlOnly("devDatabase"))
                        .connected())
                .isInstanceOf(MigrateException.class)
                .hasMessage("PostgreSQL at localhost:" + port
                        + " refused user guarded: FATAL: password authentication failed for user"
                        + " \"guarded\". Check user and password: they come from the URL that devDatabase gives.");
        assertThatThrownBy(() -> dataSource(
                                "postgresql://guarded@localhost:" + port + "/postgres",
                                ConnectionOrigin.urlOnly("devDatabase"))
                        .connected())
                .isInstanceOf(MigrateException.class)
                .hasMessage("PostgreSQL at localhost:" + port + " wants a password for user guarded and none was given."
                        + " Put it into the URL that devDatabase gives.");
    }

    @Test
    void anUnknownDatabaseIsNamed() {
        assertFails(
                "postgresql://postgres@localhost:" + port + "/nowhere",
                "PostgreSQL at localhost:" + port
                        + " has no database nowhere. Create it with CREATE DATABASE, or correct"
                        + " the URL: it comes from -Dmigrate.url.");
    }

    @Test
    void aServerThatDoesNotRunIsNamedWithItsPort() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertFails(
                "postgresql://postgres@localhost:" + free + "/app",
                "Can't reach PostgreSQL at localhost:" + free
                        + ": Connection refused. Is the server running, and is the URL"
                        + " right? It comes from -Dmigrate.url.");
    }

    @Test
    void anUnknownHostIsNamed() {
        assertFails(
                "postgresql://postgres@nowhere.invalid/app",
                "Can't reach PostgreSQL at nowhere.invalid:5432: unknown host nowhere.invalid. Is the server running, and is"
                        + " the URL right? It comes from -Dmigrate.url.");
    }

    private static void assertFails(String url, String message) {
        assertThatThrownBy(() -> dataSource(url).connected())
                .isInstanceOf(MigrateException.class)
                .hasMessage(message);
    }

    private static ServerDataSource dataSource(String url) {
        return dataSource(url, ORIGIN);
    }

    private static ServerDataSource dataSource(String url, ConnectionOrigin origin) {
        DatabaseUrl.Server server = (DatabaseUrl.Server) DatabaseUrl.parse(url);
        return new ServerDataSource(server, server.credentials(), origin);
    }
}
