package com.example.gateway;

import dev.migrate.Migrate;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.orm.jpa.EntityManagerFactoryDependsOnPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@SpringBootApplication
public class Gateway {

    public static void main(String[] args) {
        SpringApplication.run(Gateway.class, args);
    }

    /** In development the application upgrades the database itself; elsewhere it refuses one that lags behind. */
    @Bean
    Migrate migrate(DataSource dataSource, Environment environment) {
        Migrate migrate = Migrate.configure().dataSource(dataSource).build();
        if (environment.acceptsProfiles(Profiles.of("dev"))) {
            migrate.upgrade("head");
        } else {
            migrate.requireCurrent();
        }
        return migrate;
    }

    /** Before Hibernate looks at the schema. */
    @Bean
    static EntityManagerFactoryDependsOnPostProcessor migrateFirst() {
        return new EntityManagerFactoryDependsOnPostProcessor("migrate");
    }
}
