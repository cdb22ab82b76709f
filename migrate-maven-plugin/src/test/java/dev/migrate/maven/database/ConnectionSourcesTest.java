package dev.migrate.maven.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.source.ApplicationDatabase;
import dev.migrate.maven.database.ConnectionSources.Given;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionSourcesTest {

    private static final Given URL_OF_COMMAND_LINE = url("postgres://line/app");
    private static final Given URL_OF_POM = url("postgres://pom/app");

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theCommandLineComesBeforeTheEnvironmentAndThePomLast() {
        environment.put("MIGRATE_DATABASE_URL", "postgres://migrate/app");
        environment.put("DATABASE_URL", "postgres://shared/app");

        assertThat(chosen(URL_OF_COMMAND_LINE, URL_OF_POM)).isEqualTo("line:5432/app from -Dmigrate.url");
        assertThat(chosen(Given.NOTHING, URL_OF_POM))
                .isEqualTo("migrate:5432/app from MIGRATE_DATABASE_URL in the environment");
        environment.remove("MIGRATE_DATABASE_URL");
        assertThat(chosen(Given.NOTHING, URL_OF_POM)).isEqualTo("shared:5432/app from DATABASE_URL in the environment");
        environment.remove("DATABASE_URL");
        assertThat(chosen(Given.NOTHING, URL_OF_POM)).isEqualTo("pom:5432/app from <url> in the POM");
    }

    @Test
    void anEmptyVariableIsNone() {
        environment.put("MIGRATE_DATABASE_URL", "");
        environment.put("DATABASE_URL", " ");

        assertThat(chosen(Given.NOTHING, URL_OF_POM)).isEqualTo("pom:5432/app from <url> in the POM");
    }

    @Test
    void withoutAUrlTheMessageHasEveryWayToGiveOne() {
        ConnectionSources sources = sources(Given.NOTHING, Given.NOTHING, Credentials.NONE);

        assertThat(sources.choose()).isEmpty();
        assertThatThrownBy(() -> sources.require(Optional::empty)).hasMessage("""
                No database URL. Give one as
                  -Dmigrate.url=jdbc:postgresql://localhost:5432/app on the command line,
                  MIGRATE_DATABASE_URL or DATABASE_URL in the environment,
                  <url> in the plugin's <configuration> in the POM, or
                  spring.datasource.url, quarkus.datasource.jdbc.url, jakarta.persistence.jdbc.url or
                  hibernate.connection.url in the application's settings.
                -Dmigrate.url=embedded uses a development database kept under target/.""");
    }

    @Test
    void theApplicationsOwnDatabaseComesLast() {
        ApplicationDatabase application = new ApplicationDatabase(
                "jdbc:postgresql://spring/app", Optional.of("ann"), Optional.of("secret"), "spring.datasource.url");
        ChosenConnection chosen =
                sources(Given.NOTHING, Given.NOTHING, Credentials.NONE).require(() -> Optional.of(application));

        assertThat(chosen.url()).hasToString("jdbc:postgresql://spring:5432/app");
        assertThat(chosen.source()).isEqualTo("spring.datasource.url in the application's settings");
        assertThat(chosen.credentials()).isEqualTo(credentials("ann", "secret"));
        assertThat(sources(Given.NOTHING, URL_OF_POM, Credentials.NONE)
                        .require(() -> {
                            throw new AssertionError("asked although the POM has a URL");
                        })
                        .source())
                .isEqualTo("<url> in the POM");
    }

    @Test
    void aUrlThatIsNotUnderstoodIsReportedWithItsSource() {
        environment.put("DATABASE_URL", "sqlite:///app.db");

        assertThatThrownBy(() ->
                        sources(Given.NOTHING, URL_OF_POM, Credentials.NONE).choose())
                .hasMessageStartingWith("The database URL is not understood: it begins with 'sqlite:'.")
                .hasMessageEndingWith(" It comes from DATABASE_URL in the environment.");
    }

    @Test
    void credentialsAreTheCommandLinesThenTheUrlsThenThePomsThenTheSettings() {
        environment.put("DATABASE_URL", "postgres://ann:fromurl@db/app");
        Given pom = new Given(Optional.empty(), credentials("bob", "frompom"));

        assertThat(sources(new Given(Optional.empty(), credentials("eve", "fromline")), pom, Credentials.NONE)
                        .require(Optional::empty)
                        .credentials())
                .isEqualTo(credentials("eve", "fromline"));
        assertThat(sources(Given.NOTHING, pom, Credentials.NONE)
                        .require(Optional::empty)
                        .credentials())
                .isEqualTo(credentials("ann", "fromurl"));
        environment.put("DATABASE_URL", "postgres://db/app");
        assertThat(sources(Given.NOTHING, pom, credentials("sue", "fromsettings"))
                        .require(Optional::empty)
                        .credentials())
                .isEqualTo(credentials("bob", "frompom"));
        assertThat(sources(Given.NOTHING, Given.NOTHING, credentials("sue", "fromsettings"))
                        .require(Optional::empty)
                        .credentials())
                .isEqualTo(credentials("sue", "fromsettings"));
    }

    @Test
    void aPasswordIsNotSentForAnotherUser() {
        environment.put("DATABASE_URL", "postgres://ann@db/app");
        Given pom = new Given(Optional.empty(), credentials("bob", "bobs"));

        assertThat(sources(Given.NOTHING, pom, credentials("ann", "anns"))
                        .require(Optional::empty)
                        .credentials())
                .isEqualTo(credentials("ann", "anns"));
    }

    @Test
    void settingsAreNotAskedWhereNobodyNeedsThem() {
        ConnectionSources embedded = unsettled(url("embedded"), Given.NOTHING);
        assertThat(embedded.require(Optional::empty).credentials()).isEqualTo(Credentials.NONE);
        assertThat(unsettled(Given.NOTHING, Given.NOTHING).choose()).isEmpty();
        environment.put("DATABASE_URL", "postgres://ann:fromurl@db/app");
        assertThat(unsettled(Given.NOTHING, Given.NOTHING)
                        .require(Optional::empty)
                        .credentials())
                .isEqualTo(credentials("ann", "fromurl"));
        environment.put("DATABASE_URL", "postgres://ann@db/app");
        assertThat(unsettled(Given.NOTHING, new Given(Optional.empty(), credentials("ann", "frompom")))
                        .require(Optional::empty)
                        .credentials())
                .isEqualTo(credentials("ann", "frompom"));
    }

    @Test
    void settingsAreAskedWhereThePasswordIsOpen() {
        environment.put("DATABASE_URL", "postgres://ann@db/app");
        ConnectionSources sources =
                unsettled(Given.NOTHING, new Given(Optional.empty(), credentials("bob", "frompom")));

        assertThatThrownBy(() -> sources.require(Optional::empty)).hasMessage("settings.xml was asked");
    }

    /** Where settings.xml lacks the server. */
    private ConnectionSources unsettled(Given commandLine, Given pom) {
        return new ConnectionSources(commandLine, environment::get, pom, () -> {
            throw new MigrateException("settings.xml was asked");
        });
    }

    private String chosen(Given commandLine, Given pom) {
        ChosenConnection chosen = sources(commandLine, pom, Credentials.NONE).require(Optional::empty);
        return chosen.url().toString().replace("jdbc:postgresql://", "") + " from " + chosen.source();
    }

    private ConnectionSources sources(Given commandLine, Given pom, Credentials settings) {
        return new ConnectionSources(commandLine, environment::get, pom, () -> settings);
    }

    private static Given url(String url) {
        return new Given(Optional.of(url), Credentials.NONE);
    }

    private static Credentials credentials(String user, String password) {
        return new Credentials(Optional.of(user), Optional.of(new Secret(password)));
    }
}
