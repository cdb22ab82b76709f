package dev.migrate.command.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://db.example.com:6543/app?user=ann&password=s3cret             | db.example.com:6543/app
            jdbc:postgresql://db.example.com/app?user=ann&password=s3cret                  | db.example.com:5432/app
            jdbc:postgresql://ann:s3cret@db.example.com:6543/app                           | db.example.com:6543/app
            postgres://ann:s3cret@db.example.com:6543/app                                  | db.example.com:6543/app
            postgresql://ann:s3cret@db.example.com/app                                     | db.example.com:5432/app
            postgresql+psycopg2://ann:s3cret@db.example.com/app                            | db.example.com:5432/app
            postgresql+asyncpg://ann:s3cret@db.example.com/app                             | db.example.com:5432/app
            postgresql://ann:s3cret@[2001:db8::1]:6543/app                                 | [2001:db8::1]:6543/app
            jdbc:postgresql://[2001:db8::1]:6543/app?user=ann&password=s3cret              | [2001:db8::1]:6543/app
            postgresql://ann:s3cret@db1,db2:6543/app                                       | db1:5432,db2:6543/app
            jdbc:postgresql://db1,db2:6543/app?user=ann&password=s3cret                    | db1:5432,db2:6543/app
            postgresql://ann:s3cret@/app?host=db.example.com&port=6543                     | db.example.com:6543/app
            postgresql://ann:s3cret@db.example.com/app?port=6543                           | db.example.com:6543/app
            postgresql://ann:s3cret@db.example.com:5432/app?port=6543                      | db.example.com:6543/app
            postgresql://ann:s3cret@/app?host=db1,db2&port=6543,6544                       | db1:6543,db2:6544/app
            postgresql://ann:s3cret@/app?host=db1,db2&port=6543                            | db1:6543,db2:6543/app
            postgresql://ann:s3cret@/app?host=db1,db2&port=,6544                           | db1:5432,db2:6544/app
            jdbc:postgresql:app?user=ann&password=s3cret                                   | localhost:5432/app
            postgresql:///?user=ann&password=s3cret&dbname=app                             | localhost:5432/app
            """)
    void everyFormNamesTheSameThings(String text, String address) {
        DatabaseUrl.Server server = server(text);

        assertThat(server).hasToString("jdbc:postgresql://" + address);
        assertThat(server.credentials()).isEqualTo(credentials("ann", "s3cret"));
        assertThat(server.properties().known()).isEmpty();
    }

    @Test
    void percentEncodedCharactersAreDecodedAndAPlusIsAPlus() {
        DatabaseUrl.Server server = server("postgresql://an%40n:p%2Fa%3As+s%25@localhost/my%20app");

        assertThat(server.credentials()).isEqualTo(credentials("an@n", "p/a:s+s%"));
        assertThat(server.database()).contains("my app");
    }

    @Test
    void anAtSignInAPasswordNeedsNoEncoding() {
        assertThat(server("postgres://ann:p@ss@localhost/app").credentials()).isEqualTo(credentials("ann", "p@ss"));
    }

    @Test
    void aUrlWithoutCredentialsOrDatabaseLeavesThemOpen() {
        DatabaseUrl.Server server = server("postgresql://localhost");

        assertThat(server.credentials()).isEqualTo(Credentials.NONE);
        assertThat(server.database()).isEmpty();
    }

    @Test
    void libpqParametersBecomeTheDriversProperties() {
        DatabaseUrl.Server server = server("postgresql://localhost/app?sslmode=verify-full&sslrootcert=/etc/ca.pem"
                + "&connect_timeout=7&application_name=deploy&target_session_attrs=read-write&keepalives=1"
                + "&options=-c%20search_path%3Dapp&client_encoding=utf8");

        assertThat(server.properties().known())
                .isEqualTo(Map.of(
                        "sslmode", "verify-full",
                        "sslrootcert", "/etc/ca.pem",
                        "connectTimeout", "7",
                        "ApplicationName", "deploy",
                        "targetServerType", "primary",
                        "tcpKeepAlive", "true",
                        "options", "-c search_path=app"));
        assertThat(server.properties().unknown()).isEmpty();
    }

    @Test
    void asyncpgsSslIsAMode() {
        assertThat(server("postgresql+asyncpg://localhost/app?ssl=require")
                        .properties()
                        .known())
                .isEqualTo(Map.of("sslmode", "require"));
    }

    @Test
    void aMisspeltParameterIsReportedByName() {
        assertThat(server("jdbc:postgresql://localhost/app?sslmod=require")
                        .properties()
                        .unknown())
                .containsExactly("sslmod");
    }

    @Test
    void embeddedMayNameAMajor() {
        assertThat(DatabaseUrl.parse("embedded")).isEqualTo(new DatabaseUrl.Embedded(OptionalInt.empty()));
        assertThat(DatabaseUrl.parse("embedded:16")).isEqualTo(new DatabaseUrl.Embedded(OptionalInt.of(16)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql://ann:s3cret@localhost/app         | it begins with 'mysql:'
            jdbc:mysql://ann:s3cret@localhost/app    | it begins with 'jdbc:mysql:'
            localhost/app                            | it does not begin with a known scheme
            embedded:                                | it begins with 'embedded:'
            jdbc:postgresql://localhost:s3cret/app | its port is not a number (in a password, / ? # and @ are written %2F %3F %23 %40)
            postgres://ann:s3/cret@localhost/app     | its port is not a number (in a password, / ? # and @ are written %2F %3F %23 %40)
            postgres://ann:s3cret%@localhost/app     | a % in it is not followed by two hexadecimal digits (a % itself is written %25)
            postgres://localhost/app?s3cret          | a parameter behind the ? has no value
            postgres:///app?host=db1,db2&port=1,2,3  | it has 2 hosts and 3 ports
            jdbc:postgresql:///?service=app          | it names a service, whose file is not read here: give the server's host, port and database
            postgresql://%2Frun%2Fpostgresql/app     | it names a Unix socket, which Java's driver cannot use without another library: give the server's host and port
            """)
    void whatIsNotUnderstoodIsSaidWithoutRepeatingIt(String text, String reason) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The database URL is not understood: " + reason
                        + ". Expected jdbc:postgresql://host:5432/database, postgresql://user:password@host:5432/database,"
                        + " embedded, or embedded:16 for another major than the default.");
    }

    @Test
    void whatIsNotUnderstoodIsSaidWithWhereItComesFrom() {
        assertThatThrownBy(() -> DatabaseUrl.parse("embeded", "devDatabase"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The database URL is not understood: it does not begin with a known scheme."
                        + " Expected jdbc:postgresql://host:5432/database, postgresql://user:password@host:5432/database,"
                        + " embedded, or embedded:16 for another major than the default. It comes from devDatabase.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:s3cret@localhost/app?sslpassword=s3cret",
                "jdbc:postgresql://localhost/app?user=ann&password=s3cret&sslpassword=s3cret"
            })
    void noPartOfAUrlPrintsItsSecrets(String text) {
        DatabaseUrl.Server server = server(text);

        assertThat(server + " " + server.credentials() + " " + server.properties())
                .doesNotContain("s3cret");
    }

    private static DatabaseUrl.Server server(String text) {
        return (DatabaseUrl.Server) DatabaseUrl.parse(text);
    }

    private static Credentials credentials(String user, String password) {
        return new Credentials(Optional.of(user), Optional.of(new Secret(password)));
    }
}
