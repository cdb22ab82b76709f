package dev.migrate.runtime.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds the migration lock.
 *
 * @param pid its server process
 * @param application its {@code application_name}
 * @param user who it is logged in as
 * @param client its address, or null for a local socket
 * @param since when it took the lock
 */
record LockHolder(
        int pid,
        @Nullable String application,
        @Nullable String user,
        @Nullable String client,
        @Nullable Instant since) {

    String describe() {
        return "pid " + pid
                + (application == null || application.isEmpty() ? "" : ", application " + application)
                + (user == null ? "" : ", user " + user)
                + ", client " + (client == null ? "local" : client)
                + (since == null ? "" : ", since " + since);
    }
}
