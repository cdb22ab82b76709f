package com.example.store;

import dev.migrate.Migrate;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;

/** Looks at the database before the first request. */
@ApplicationScoped
public class DatabaseAtStart {

    void onStart(@Observes @Priority(1) StartupEvent start, DataSource dataSource) {
        Migrate migrate = Migrate.configure().dataSource(dataSource).build();
        if (LaunchMode.current().isDevOrTest()) {
            migrate.upgrade("heads");
        } else {
            migrate.requireCurrent();
        }
    }
}
