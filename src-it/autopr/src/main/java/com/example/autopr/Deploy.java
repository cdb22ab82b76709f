package com.example.autopr;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** What a deployment does: look whether the database is well, upgrade, and go back if a revision fails. */
public final class Deploy {

    private Deploy() {}

    public static void main(String[] args) throws SQLException {
        DataSource dataSource = Database.fromEnvironment();
        HealthCheck.require(dataSource);
        Migrate migrate = Migrate.configure()
                .dataSource(dataSource)
                .listener(new Monitor())
                .build();
        Set<String> before = migrate.current();
        try {
            migrate.upgrade("head");
        } catch (MigrateException e) {
            // The failed revision is rolled back already; those before it in this run are not.
            migrate.downgrade(before.isEmpty() ? "base" : String.join(",", before));
            System.out.println("Back at " + migrate.current());
            System.exit(1);
        }
        System.out.println("At " + migrate.current());
    }
}
