package com.example.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Registers consumers and reads them back, again and again, until a file appears: what the gateway does all day. A request
 * that fails is counted, and the last one's reason told.
 */
@Component
class Traffic implements CommandLineRunner {

    private final JdbcTemplate database;
    private final Path stop;
    private final ConsumerKeys keys;

    Traffic(JdbcTemplate database, @Value("${until:}") String until) {
        this.database = database;
        this.stop = Path.of(until);
        this.keys = new ConsumerKeys(database);
    }

    @Override
    public void run(String... args) throws Exception {
        if (stop.toString().isEmpty()) {
            System.out.println("Started.");
            return;
        }
        Files.createFile(stop.resolveSibling(stop.getFileName() + ".started"));
        int served = 0;
        int failed = 0;
        String reason = "";
        while (!Files.exists(stop)) {
            UUID key = UUID.randomUUID();
            try {
                keys.register("consumer " + key, key);
                keys.nameOf(key);
                served++;
            } catch (DataAccessException e) {
                failed++;
                reason = String.valueOf(e.getMostSpecificCause().getMessage());
            }
            Thread.sleep(2);
        }
        System.out.println(served > 0 && failed == 0
                ? "Served without an error."
                : "Served " + served + ", failed " + failed + ": " + reason);
    }
}
