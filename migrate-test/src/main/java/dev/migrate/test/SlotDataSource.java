package dev.migrate.test;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Leads to the database of the test that runs now. Without a pool: it would keep connections to databases that are gone. */
final class SlotDataSource extends AbstractDataSource {

    private final SpringSlot slot;

    SlotDataSource(SpringSlot slot) {
        this.slot = slot;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return slot.database().dataSource().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return slot.database().dataSource().getConnection(username, password);
    }
}
