package dev.migrate.command.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.command.database.ConnectionSources.Given;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionSourcesTest {

    private static final Given URL_OF_COMMAND_LINE = url("postgres://line/app", "-Dmigrate.url");
    private static final Given URL_OF_POM = url("postgres://pom/app", "<url> in the POM");

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
    void withoutAUrlThereIsNoConnection() {
        assertThat(sources(Given.NOTHING, Given.NOTHING, Credentials.NONE).choose())
                .isEmpty();
    }

    @Test
    void theApplicationsOwnDatabaseComesLast() {
        Given application = new Given(
                Optional.of("jdbc:postgresql://spring/app"),
                credentials("ann", "secret"),
                "spring.datasource.url in the application's settings");
        ChosenConnection chosen = sources(Given.NOTHING, Given.NOTHING, Credentials.NONE)
                .choose(() -> Optional.of(application))
                .orElseThrow();

        assertThat(chosen.url()).hasToString("jdbc:postgresql://spring:5432/app");
        assertThat(chosen.source()).isEqualTo("spring.datasource.url in the application's settings");
        assertThat(chosen.credentials()).isEqualTo(credentials("ann", "secret"));
        assertThat(sources(Given.NOTHING, URL_OF_POM, Credentials.NONE)
                        .choose(() -> {
                            throw new AssertionError("asked although the POM has a URL");
                        })
                        .orElseThrow()
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
        Given pom = new Given(Optional.empty(), credentials("bob", "frompom"), "");

        assertThat(sources(new Given(Optional.empty(), credentials("eve", "fromline"), ""), pom, Credentials.NONE)
                        .choose()
                        .orElseThrow()
                        .credentials())
                .isEqualTo(credentials("eve", "fromline"));
        assertThat(sources(Given.NOTHING, pom, Credentials.NONE)
                        .choose()
                        .orElseThrow()
                        .credentials())
                .isEqualTo(credentials("ann", "fromurl"));
        environment.put("DATABASE_URL", "postgres://db/app");
        assertThat(sources(Given.NOTHING, pom, credentials("sue", "fromsettings"))
                        .choose()
                        .orElseThrow()
                        .credentials())
                .isEqualTo(credentials("bob", "frompom"));
        assertThat(sources(Given.NOTHING, Given.NOTHING, credentials("sue", "fromsettings"))
                        .choose()
                        .orElseThrow()
                        .credentials())
                .isEqualTo(credentials("sue", "fromsettings"));
    }

    @Test
    void aPasswordIsNotSentForAnotherUser() {
        environment.put("DATABASE_URL", "postgres://ann@db/app");
        Given pom = new Given(Optional.empty(), credentials("bob", "bobs"), "");

        assertThat(sources(Given.NOTHING, pom, credentials("ann", "anns"))
                        .choose()
                        .orElseThrow()
                        .credentials())
                .isEqualTo(credentials("ann", "anns"));
    }

    @Test
    void settingsAreNotAskedWhereNobodyNeedsThem() {
        ConnectionSources embedded = unsettled(url("embedded", "-Dmigrate.url"), Given.NOTHING);
        assertThat(embedded.choose().orElseThrow().credentials()).isEqualTo(Credentials.NONE);
        assertThat(unsettled(Given.NOTHING, Given.NOTHING).choose()).isEmpty();
        environment.put("DATABASE_URL", "postgres://ann:fromurl@db/app");
        assertThat(unsettled(Given.NOTHING, Given.NOTHING)
                        .choose()
                        .orElseThrow()
                        .credentials())
                .isEqualTo(credentials("ann", "fromurl"));
        environment.put("DATABASE_URL", "postgres://ann@db/app");
        assertThat(unsettled(Given.NOTHING, new Given(Optional.empty(), credentials("ann", "frompom"), ""))
                        .choose()
                        .orElseThrow()
                        .credentials())
                .isEqualTo(credentials("ann", "frompom"));
    }

    @Test
    void settingsAreAskedWhereThePasswordIsOpen() {
        environment.put("DATABASE_URL", "postgres://ann@db/app");
        ConnectionSources sources =
                unsettled(Given.NOTHING, new Given(Optional.empty(), credentials("bob", "frompom"), ""));

        assertThatThrownBy(() -> sources.choose().orElseThrow()).hasMessage("settings.xml was asked");
    }

    /** Where settings.xml lacks the server. */
    private ConnectionSources unsettled(Given commandLine, Given pom) {
        return new ConnectionSources(commandLine, environment::get, pom, () -> {
            throw new MigrateException("settings.xml was asked");
        });
    }

    private String chosen(Given commandLine, Given pom) {
        ChosenConnection chosen =
                sources(commandLine, pom, Credentials.NONE).choose().orElseThrow();
        return chosen.url().toString().replace("jdbc:postgresql://", "") + " from " + chosen.source();
    }

    private ConnectionSources sources(Given commandLine, Given pom, Credentials settings) {
        return new ConnectionSources(commandLine, environment::get, pom, () -> settings);
    }

    private static Given url(String url, String source) {
        return new Given(Optional.of(url), Credentials.NONE, source);
    }

    private static Credentials credentials(String user, String password) {
        return new Credentials(Optional.of(user), Optional.of(new Secret(password)));
    }
}
