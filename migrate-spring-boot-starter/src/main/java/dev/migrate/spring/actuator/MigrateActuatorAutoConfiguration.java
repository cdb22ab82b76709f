package dev.migrate.spring.actuator;

import dev.migrate.Migrate;
import dev.migrate.spring.MigrateAutoConfiguration;
import dev.migrate.spring.MigrateHistories;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Endpoint, health, info and observations, each where the application has what it needs. */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnBean(Migrate.class)
public class MigrateActuatorAutoConfiguration {

    /** An application's own {@link Migrate} beans count, too. */
    private static Map<String, Migrate> histories(
            ObjectProvider<MigrateHistories> histories, Map<String, Migrate> beans) {
        MigrateHistories named = histories.getIfAvailable();
        return named == null ? beans : named.byName();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
    static class EndpointConfiguration {

        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint
        MigrateEndpoint migrateEndpoint(ObjectProvider<MigrateHistories> histories, Map<String, Migrate> beans) {
            return new MigrateEndpoint(histories(histories, beans));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({InfoContributor.class, ConditionalOnEnabledInfoContributor.class})
    static class InfoConfiguration {

        @Bean
        @ConditionalOnEnabledInfoContributor("migrate")
        InfoContributor migrateInfoContributor(ObjectProvider<MigrateHistories> histories, Map<String, Migrate> beans) {
            HistoryStates states = new HistoryStates(histories(histories, beans));
            return info -> info.withDetail("migrate", HistoryStates.details(states.read()));
        }
    }

    /** Spring Boot 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    @ConditionalOnProperty(prefix = "management.health.migrate", name = "enabled", matchIfMissing = true)
    static class Health3Configuration {

        @Bean
        @ConditionalOnMissingBean(name = "migrateHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator migrateHealthIndicator(
                ObjectProvider<MigrateHistories> histories, Map<String, Migrate> beans) {
            HistoryStates histories3 = new HistoryStates(histories(histories, beans));
            return new org.springframework.boot.actuate.health.AbstractHealthIndicator() {
                @Override
                protected void doHealthCheck(org.springframework.boot.actuate.health.Health.Builder health) {
                    Map<String, HistoryState> states = histories3.read();
                    health.status(
                                    HistoryStates.areCurrent(states)
                                            ? org.springframework.boot.actuate.health.Status.UP
                                            : org.springframework.boot.actuate.health.Status.DOWN)
                            .withDetails(HistoryStates.details(states));
                }
            };
        }
    }

    /** Spring Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    @ConditionalOnProperty(prefix = "management.health.migrate", name = "enabled", matchIfMissing = true)
    static class Health4Configuration {

        @Bean
        @ConditionalOnMissingBean(name = "migrateHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator migrateHealthIndicator(
                ObjectProvider<MigrateHistories> histories, Map<String, Migrate> beans) {
            HistoryStates histories4 = new HistoryStates(histories(histories, beans));
            return new org.springframework.boot.health.contributor.AbstractHealthIndicator() {
                @Override
                protected void doHealthCheck(org.springframework.boot.health.contributor.Health.Builder health) {
                    Map<String, HistoryState> states = histories4.read();
                    health.status(
                                    HistoryStates.areCurrent(states)
                                            ? org.springframework.boot.health.contributor.Status.UP
                                            : org.springframework.boot.health.contributor.Status.DOWN)
                            .withDetails(HistoryStates.details(states));
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static class ObservationConfiguration {

        @Bean
        static RevisionObservations migrateRevisionObservations(ObjectProvider<ObservationRegistry> registry) {
            return new RevisionObservations(() -> registry.getIfAvailable(() -> ObservationRegistry.NOOP));
        }
    }
}
