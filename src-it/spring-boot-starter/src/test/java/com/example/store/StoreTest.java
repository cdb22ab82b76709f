package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StoreTest {

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
            assertThat(get(application, "/actuator/health/migrate"))
                    .contains(
                            "\"status\":\"UP\"",
                            "\"details\":{\"current\":[\"0002\"],\"pending\":[],\"neverRun\":[],\"interrupted\":[]}");
            assertThat(get(application, "/actuator/info")).contains("\"migrate\":{\"current\":[\"0002\"]");
            assertThat(get(application, "/actuator/migrate")).startsWith("{\"histories\":{\"default\":{\"current\":[\"0002\"],"
                            + "\"pending\":0,\"revisions\":[{\"revision\":\"0001\",\"revises\":[],\"message\":\"Products\","
                            + "\"state\":\"applied\",\"applied\":\"2");
        }
    }
}
