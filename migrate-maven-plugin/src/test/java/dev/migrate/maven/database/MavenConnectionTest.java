package dev.migrate.maven.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.source.ApplicationDatabase;
import dev.migrate.command.database.ConnectionSources.Given;
import dev.migrate.command.database.Credentials;
import dev.migrate.command.database.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MavenConnectionTest {

    @Test
    void withoutAUrlTheMessageHasEveryWayToGiveOne() {
        assertThat(MavenConnection.missing()).hasMessage("""
                No database URL. Give one as
                  -Dmigrate.url=jdbc:postgresql://localhost:5432/app on the command line,
                  MIGRATE_DATABASE_URL or DATABASE_URL in the environment,
                  <url> in the plugin's <configuration> in the POM, or
                  spring.datasource.url, quarkus.datasource.jdbc.url, jakarta.persistence.jdbc.url or
                  hibernate.connection.url in the application's settings.
                -Dmigrate.url=embedded uses a development database kept under target/.""");
    }

    @Test
    void theApplicationsDatabaseIsNamedAsItsSettingsNameIt() {
        assertThat(MavenConnection.application(new ApplicationDatabase(
                        "jdbc:postgresql://spring/app",
                        Optional.of("ann"),
                        Optional.of("secret"),
                        "spring.datasource.url")))
                .isEqualTo(new Given(
                        Optional.of("jdbc:postgresql://spring/app"),
                        new Credentials(Optional.of("ann"), Optional.of(new Secret("secret"))),
                        "spring.datasource.url in the application's settings"));
    }
}
