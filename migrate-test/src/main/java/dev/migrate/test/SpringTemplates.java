package dev.migrate.test;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Spring makes of a DataSource, apart from what is used without Spring. */
final class SpringTemplates {

    private SpringTemplates() {}

    static Object of(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }
}
