package com.example.gateway;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keys that consumers come with. */
class ConsumerKeys {

    private final JdbcTemplate database;

    ConsumerKeys(JdbcTemplate database) {
        this.database = database;
    }

    void register(String name, UUID key) {
        database.update("INSERT INTO api_consumer (display_name, api_key) VALUES (?, ?)", name, key.toString());
    }

    String nameOf(UUID key) {
        return database.queryForObject(
                "SELECT display_name FROM api_consumer WHERE api_key = ?", String.class, key.toString());
    }
}
