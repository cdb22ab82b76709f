package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.skyscreamer.jsonassert.Customization;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.skyscreamer.jsonassert.ValueMatcher;
import org.skyscreamer.jsonassert.comparator.CustomComparator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StoreTest {

    /** When a revision was applied, and how long it took, has the form that the page shows. */
    private static final CustomComparator WITHOUT_TIMES = new CustomComparator(
            JSONCompareMode.STRICT,
            new Customization("histories.default.revisions[*].applied", form("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")),
            new Customization("histories.default.revisions[*].duration", form("PT[\\d.]+S")));

    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterEach
    void stop() throws Exception {
        postgres.close();
    }

    private ConfigurableApplicationContext run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.hikari.maximum-pool-size=2"));
        arguments.addAll(List.of(more));
        return SpringApplication.run(Store.class, arguments.toArray(new String[0]));
    }

    private static String get(ConfigurableApplicationContext application, String path) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static ValueMatcher<Object> form(String regex) {
        return (one, other) -> one.toString().matches(regex) && other.toString().matches(regex);
    }

    /** The blocks of JSON on a page. */
    private static List<String> jsonOf(Path page) throws Exception {
        return Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void refusesToStartOnAnOutdatedDatabase(CapturedOutput output) {
        Migrate.configure().dataSource(postgres.getPostgresDatabase()).build().upgrade("0001");

        assertThatThrownBy(this::run).hasRootCauseMessage(
                "Database is at 0001, expected 0002 (head). Run: mvn migrate:upgrade");

        assertThat(output).contains("""
                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                Database is at 0001, expected 0002 (head).

                Action:

                Run: mvn migrate:upgrade
                Or have the application do it when it starts: migrate.mode=upgrade
                """);
    }

    @Test
    void showsItsHistoryOverHttp() throws Exception {
        try (ConfigurableApplicationContext application = run("--spring.profiles.active=dev")) {
            List<String> shown = jsonOf(Path.of(System.getProperty("docs"), "spring-boot.md"));
            JSONAssert.assertEquals(shown.get(0), get(application, "/actuator/health/migrate"), JSONCompareMode.STRICT);
            JSONAssert.assertEquals(
                    "{\"components\": {\"migrate\": " + shown.get(0) + "}}",
                    get(application, "/actuator/health"),
                    JSONCompareMode.LENIENT);
            JSONAssert.assertEquals(shown.get(1), get(application, "/actuator/migrate"), WITHOUT_TIMES);
            assertThat(get(application, "/actuator/info")).contains("\"migrate\":{\"current\":[\"0002\"]");
        }
    }
}
