package dev.migrate.spring;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Gives an application that has a DataSource its {@link Migrate}, and upgrades or checks the database before anything else
 * uses it. An application with a {@link Migrate} bean of its own gets nothing from here.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass({Migrate.class, DataSource.class, DatabaseInitializationDependencyConfigurer.class})
@ConditionalOnProperty(prefix = "migrate", name = "enabled", matchIfMissing = true)
@ConditionalOnMissingBean(Migrate.class)
@Conditional(MigrateAutoConfiguration.HasDatabase.class)
@EnableConfigurationProperties(MigrateProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public class MigrateAutoConfiguration {

    /** All histories, each with its database. */
    @Bean
    @ConditionalOnMissingBean
    MigrateHistories migrateHistories(
            MigrateProperties properties, ListableBeanFactory beans, ObjectProvider<MigrateCustomizer> customizers) {
        HistoryDataSource dataSources = new HistoryDataSource(beans);
        Map<String, Migrate> byName = new HashMap<>();
        properties.byName().forEach((name, history) -> {
            MigrateBuilder builder = builder(history, dataSources.of(name, history));
            customizers.orderedStream().forEach(customizer -> customizer.customize(name, builder));
            byName.put(name, builder.build());
        });
        return new MigrateHistories(byName);
    }

    private static MigrateBuilder builder(MigrateProperties.History history, DataSource dataSource) {
        MigrateBuilder builder = Migrate.configure()
                .dataSource(dataSource)
                .packages(history.packages().toArray(String[]::new));
        if (history.versionTable() != null) {
            builder.versionTable(history.versionTable());
        }
        if (history.versionSchema() != null) {
            builder.versionSchema(history.versionSchema());
        }
        if (history.lockWait() != null) {
            builder.lockWait(history.lockWait());
        }
        if (history.lockTimeout() != null) {
            builder.lockTimeout(history.lockTimeout());
        }
        if (history.onlineFrom() != null) {
            builder.onlineFrom(history.onlineFrom());
        }
        if (history.password() != null) {
            builder.secret(history.password());
        }
        return builder;
    }

    /** The bean that other beans wait for. */
    @Bean
    @ConditionalOnMissingBean
    MigrateInitializer migrateInitializer(
            MigrateProperties properties, MigrateHistories histories, ConfigurableListableBeanFactory beans) {
        Surroundings surroundings = new Surroundings(beans, beans.getBeanClassLoader());
        HistoryDataSource dataSources = new HistoryDataSource(beans);
        Map<String, Surroundings.Decision> decisions = new HashMap<>();
        properties
                .byName()
                .forEach((name, history) ->
                        decisions.put(name, surroundings.decide(history, () -> dataSources.of(name, history))));
        return new MigrateInitializer(histories, decisions, OtherTools.warnings(beans, beans.getBeanClassLoader()));
    }

    /** The only history of an application that names none. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnlyHistory.class)
    static class OnlyHistoryConfiguration {

        @Bean
        Migrate migrate(MigrateHistories histories) {
            return histories.get(MigrateProperties.ONLY_HISTORY);
        }
    }

    /** Whether there is something to migrate. The log says it where there isn't: nobody adds the starter for nothing. */
    static class HasDatabase extends AnyNestedCondition {

        HasDatabase() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConditionOutcome outcome = super.getMatchOutcome(context, metadata);
            if (!outcome.isMatch()) {
                LoggerFactory.getLogger(MigrateAutoConfiguration.class)
                        .info("Migrate does nothing: the application has no DataSource. Define one, or set migrate.url;"
                                + " or turn the starter off: migrate.enabled=false.");
            }
            return outcome;
        }

        @ConditionalOnBean(DataSource.class)
        static class DataSourceBean {}

        @ConditionalOnProperty(prefix = "migrate", name = "url")
        static class OwnUrl {}
    }
}
