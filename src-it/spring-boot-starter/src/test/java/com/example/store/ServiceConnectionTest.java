package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

@ExtendWith(OutputCaptureExtension.class)
class ServiceConnectionTest {

    /** What Docker would run is an embedded server here; all else is Spring Boot's and Testcontainers'. */
    static class Container extends PostgreSQLContainer<Container> {

        private EmbeddedPostgres server;

        Container() {
            super(DockerImageName.parse("postgres:17"));
        }

        @Override
        public void start() {
            if (server == null) {
                try {
                    server = EmbeddedPostgres.start();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }

        @Override
        public void stop() {
            try {
                server.close();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public String getJdbcUrl() {
            return server.getJdbcUrl("postgres", "postgres");
        }

        @Override
        public String getUsername() {
            return "postgres";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Containers {

        @Bean
        @ServiceConnection
        Container container() {
            return new Container();
        }
    }

    @Test
    void theDatabaseOfAContainerIsUpgraded(CapturedOutput output) {
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(Store.class, Containers.class).run("--server.port=0")) {
            List<String> applied = application
                    .getBean(JdbcTemplate.class)
                    .queryForList("SELECT * FROM migrate_version", String.class);
            assertThat(applied).containsExactly("0002");
        }
        assertThat(output).contains("Migrate: upgrade, because the database is a Testcontainers container.");
    }
}
