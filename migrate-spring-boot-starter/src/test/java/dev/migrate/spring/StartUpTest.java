package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.spring.actuator.MigrateActuatorAutoConfiguration;
import dev.migrate.spring.actuator.MigrateEndpoint;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class StartUpTest {

    private static final String PACKAGES = "migrate.packages=dev.migrate.spring.migrations";

    private final ApplicationContextRunner starter = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    MigrateAutoConfiguration.class,
                    MigrateActuatorAutoConfiguration.class,
                    HibernateJpaAutoConfiguration.class));

    private ApplicationContextRunner application(TestDatabase database) {
        return starter.withPropertyValues(
                "spring.datasource.url=" + database.url(), "spring.jpa.database-platform=", PACKAGES);
    }

    private static String columns(TestDatabase database) {
        return database.query("SELECT string_agg(column_name, ',' ORDER BY ordinal_position)"
                + " FROM information_schema.columns WHERE table_name = 'product'");
    }

    @Test
    void upgradesTheDatabaseBeforeJpaStarts(TestDatabase database) {
        application(database).withPropertyValues("migrate.mode=upgrade").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Migrate.class);
            assertThat(columns(database)).isEqualTo("id,name");
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            assertThat(beans.getBeanDefinition("entityManagerFactory").getDependsOn())
                    .contains("migrateInitializer");
        });
    }

    @Test
    void refusesAnOutdatedDatabaseUnlessTheModeIsSet(TestDatabase database, CapturedOutput output) {
        Migrate.configure()
                .dataSource(database.dataSource())
                .packages("dev.migrate.spring.migrations")
                .build()
                .upgrade("0001");
        application(database).run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new MigrateFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis.getDescription()).isEqualTo("Database is at 0001, expected 0002 (head).");
            assertThat(analysis.getAction())
                    .isEqualTo("Run: mvn migrate:upgrade\n"
                            + "Or have the application do it when it starts: migrate.mode=upgrade");
            assertThat(output)
                    .contains(
                            "Migrate: require-current, because migrate.mode isn't set, and nothing shows that this is a"
                                    + " development database.");
        });
        assertThat(columns(database)).isEqualTo("id");
    }

    @Test
    void migratesOnceWhereEightInstancesStartAtOnce(TestDatabase database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> starting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            starting.add(threads.submit(() -> application(database)
                    .withPropertyValues("migrate.mode=upgrade", "spring.datasource.hikari.maximum-pool-size=2")
                    .run(context -> assertThat(context).hasNotFailed())));
        }
        for (Future<?> each : starting) {
            each.get();
        }
        threads.shutdown();
        assertThat(database.query("SELECT string_agg(revision, ',' ORDER BY id) FROM migrate_journal"))
                .isEqualTo("0001,0002");
    }

    @Test
    void doesNothingInModeOff(TestDatabase database) {
        application(database)
                .withPropertyValues("migrate.mode=off")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Migrate.class));
        assertThat(columns(database)).isEqualTo("null");
    }

    @Test
    void makesNoBeanWithoutDataSource(CapturedOutput output) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MigrateAutoConfiguration.class, MigrateActuatorAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Migrate.class)
                        .doesNotHaveBean(MigrateInitializer.class)
                        .doesNotHaveBean(MigrateEndpoint.class));
        assertThat(output)
                .containsOnlyOnce(
                        "Migrate does nothing: the application has no DataSource. Define one, or set migrate.url;"
                                + " or turn the starter off: migrate.enabled=false.");
    }

    @Test
    void makesNoBeanWhereItIsDisabled(TestDatabase database) {
        application(database).withPropertyValues("migrate.enabled=false").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(Migrate.class)
                .doesNotHaveBean(MigrateInitializer.class));
    }

    @Test
    void stepsBackBeforeTheApplicationsOwnMigrate(TestDatabase database) {
        Migrate own = Migrate.configure().dataSource(database.dataSource()).build();
        application(database).withBean(Migrate.class, () -> own).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(MigrateInitializer.class);
            assertThat(context.getBean(Migrate.class)).isSameAs(own);
        });
    }

    @Configuration
    static class TwoDatabases {

        static DataSource first;
        static DataSource second;

        @Bean
        DataSource orders() {
            return first;
        }

        @Bean
        DataSource users() {
            return second;
        }
    }

    @Test
    void asksForAChoiceBetweenTwoDataSources(TestDatabase database) {
        TwoDatabases.first = database.dataSource();
        TwoDatabases.second = database.dataSource();
        starter.withUserConfiguration(TwoDatabases.class)
                .withPropertyValues(PACKAGES)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(MigrateException.class)
                        .hasMessage(
                                "The application has 2 DataSources, orders, users, and nothing says which one Migrate is for."
                                        + " Mark it with @MigrateDataSource or @Primary, or give each a history:"
                                        + " migrate.histories.NAME.data-source=BEAN."));
    }

    @Test
    void migratesEachOfSeveralDataSources(TestDatabase database) throws Exception {
        try (TestDatabase other = database.server().newDatabase()) {
            TwoDatabases.first = database.dataSource();
            TwoDatabases.second = other.dataSource();
            starter.withUserConfiguration(TwoDatabases.class)
                    .withPropertyValues(
                            "migrate.histories.orders.data-source=orders",
                            "migrate.histories.orders.mode=upgrade",
                            "migrate.histories.orders.packages=dev.migrate.spring.migrations",
                            "migrate.histories.users.data-source=users",
                            "migrate.histories.users.mode=upgrade",
                            "migrate.histories.users.packages=dev.migrate.spring.migrations",
                            "migrate.histories.users.version-table=users_version")
                    .run(context -> {
                        assertThat(context).hasNotFailed().doesNotHaveBean(Migrate.class);
                        assertThat(context.getBean(MigrateHistories.class).byName())
                                .containsOnlyKeys("orders", "users");
                    });
            assertThat(columns(database)).isEqualTo("id,name");
            assertThat(other.query("SELECT * FROM users_version")).isEqualTo("0002");
        }
    }

    @Configuration
    static class MarkedDatabase extends TwoDatabases {

        @Bean
        @MigrateDataSource
        @Override
        DataSource users() {
            return second;
        }
    }

    @Test
    void migratesTheMarkedDataSource(TestDatabase database) {
        TwoDatabases.first = new JdbcDataSource();
        TwoDatabases.second = database.dataSource();
        starter.withUserConfiguration(MarkedDatabase.class)
                .withPropertyValues(PACKAGES, "migrate.mode=upgrade")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(columns(database)).isEqualTo("id,name");
    }

    @Test
    void migratesWithARoleOfItsOwn(TestDatabase database) {
        database.execute(
                "CREATE ROLE starter_owner LOGIN PASSWORD 'not printed'; GRANT ALL ON SCHEMA public TO starter_owner");
        try {
            application(database)
                    .withPropertyValues(
                            "migrate.mode=upgrade",
                            "migrate.url=" + database.url().replace("?user=postgres", ""),
                            "migrate.user=starter_owner",
                            "migrate.password=not printed")
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(database.query("SELECT tableowner FROM pg_tables WHERE tablename = 'product'"))
                    .isEqualTo("starter_owner");
        } finally {
            database.execute("DROP OWNED BY starter_owner; DROP ROLE starter_owner");
        }
    }

    @Test
    void warnsOfAnotherToolThatChangesTheSchema(TestDatabase database, CapturedOutput output) {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setShouldRun(false);
        application(database)
                .withPropertyValues("migrate.mode=upgrade")
                .withBean("flyway", Flyway.class, () -> Flyway.configure()
                        .dataSource(new JdbcDataSource())
                        .load())
                .withBean("liquibase", SpringLiquibase.class, () -> liquibase)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains(
                        "Flyway also changes the schema at start-up (bean flyway). Let one tool do it: docs/adopting.md"
                                + " says how a history moves to Migrate; then set spring.flyway.enabled=false.")
                .contains("Liquibase also changes the schema at start-up (bean liquibase).");
    }

    @Test
    void refusesADatabaseThatIsNotPostgresql() {
        starter.withPropertyValues("spring.datasource.url=jdbc:h2:mem:test", PACKAGES)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(MigrateException.class)
                        .hasMessageStartingWith("The database is H2 ")
                        .hasMessageContaining("expected PostgreSQL 13 or later"));
    }

    @Test
    void refusesAPackageWithoutMigrations(TestDatabase database) {
        application(database)
                .withPropertyValues("migrate.packages=com.example.none")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(MigrateException.class)
                        .hasMessageStartingWith("No migration was found in the package com.example.none"));
    }

    @Test
    void namesTheNearestPropertyOfOneThatDoesNotExist(TestDatabase database) {
        application(database).withPropertyValues("migrate.version-tabel=v").run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new UnknownPropertyAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis.getDescription())
                    .startsWith("migrate.version-tabel")
                    .endsWith(" doesn't exist. Nearest: migrate.version-table.");
        });
    }

    /** As a test configuration does it. */
    @Test
    void upgradesAnEmbeddedDatabase(CapturedOutput output) throws IOException {
        try (EmbeddedPostgres embedded = EmbeddedPostgres.start()) {
            starter.withBean(EmbeddedPostgres.class, () -> embedded)
                    .withBean(DataSource.class, embedded::getPostgresDatabase)
                    .withPropertyValues(PACKAGES)
                    .run(context -> assertThat(context).hasNotFailed());
        }
        assertThat(output).contains("Migrate: upgrade, because the database is embedded.");
    }

    @Test
    void readsHealthAndEndpointOverOneConnectionEach(TestDatabase database) {
        AtomicInteger connections = new AtomicInteger();
        DataSource counting = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        };
        starter.withBean(DataSource.class, () -> counting)
                .withPropertyValues(
                        PACKAGES, "migrate.mode=upgrade", "management.endpoints.web.exposure.include=migrate")
                .run(context -> {
                    connections.set(0);
                    context.getBean("migrateHealthIndicator", HealthIndicator.class)
                            .health();
                    assertThat(connections).hasValue(1);
                    context.getBean(MigrateEndpoint.class).histories();
                    assertThat(connections).hasValue(2);
                });
    }

    @Test
    void isDownWhereTheDatabaseCanNotBeRead(TestDatabase database) {
        application(database).withPropertyValues("migrate.mode=upgrade").run(context -> {
            HealthIndicator indicator = context.getBean("migrateHealthIndicator", HealthIndicator.class);
            database.execute("DROP TABLE migrate_version; CREATE VIEW migrate_version AS SELECT 1/0 AS revision");
            Health health = indicator.health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat((String) health.getDetails().get("error")).startsWith("dev.migrate.MigrateException: ");
        });
    }

    @Test
    void showsTheStateInHealthAndEndpoint(TestDatabase database) {
        application(database)
                .withPropertyValues("migrate.mode=upgrade", "management.endpoints.web.exposure.include=*")
                .run(context -> {
                    HealthIndicator indicator = context.getBean("migrateHealthIndicator", HealthIndicator.class);
                    assertThat(indicator.health())
                            .isEqualTo(Health.up()
                                    .withDetails(Map.of(
                                            "current",
                                            List.of("0002"),
                                            "pending",
                                            List.of(),
                                            "neverRun",
                                            List.of(),
                                            "interrupted",
                                            List.of()))
                                    .build());
                    context.getBean(Migrate.class).downgrade("0001");
                    assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
                    MigrateEndpoint.History history = context.getBean(MigrateEndpoint.class)
                            .histories()
                            .histories()
                            .get("default");
                    assertThat(history.pending()).isEqualTo(1);
                    assertThat(history.revisions())
                            .extracting(MigrateEndpoint.Entry::revision, MigrateEndpoint.Entry::state)
                            .containsExactly(
                                    org.assertj.core.groups.Tuple.tuple("0001", "applied"),
                                    org.assertj.core.groups.Tuple.tuple("0002", "pending"));
                    assertThat(history.revisions().get(0).applied()).isNotNull();
                });
    }

    @Test
    void observesEachRevision(TestDatabase database) {
        List<String> observed = new ArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                observed.add(context.getName() + " "
                        + context.getLowCardinalityKeyValue("revision").getValue());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        application(database)
                .withBean(ObservationRegistry.class, () -> registry)
                .withPropertyValues("migrate.mode=upgrade")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(observed).containsExactly("migrate.revision 0001", "migrate.revision 0002");
    }
}
