package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again who blocks a statement while it runs. Afterwards it is too late: when {@code lock_timeout} has
 * struck, {@code pg_blocking_pids} is empty.
 */
final class BlockerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockerWatch.class);

    private final DataSource dataSource;
    private final ScheduledExecutorService thread;
    private final int backend;
    private final Consumer<List<Blocker>> blocked;
    private final ScheduledFuture<?> looking;

    /** Used by the watching thread only. */
    private @Nullable Connection connection;

    private volatile List<Blocker> seen = List.of();

    /** @param blocked told, in the watching thread, whenever the statement is seen waiting */
    BlockerWatch(
            DataSource dataSource,
            ScheduledExecutorService thread,
            int backend,
            Duration interval,
            Consumer<List<Blocker>> blocked) {
        this.dataSource = dataSource;
        this.thread = thread;
        this.backend = backend;
        this.blocked = blocked;
        this.looking = thread.scheduleWithFixedDelay(
                this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (connection == null) {
                connection = dataSource.getConnection();
            }
            List<Blocker> now = Blocker.of(connection, backend);
            if (!now.isEmpty()) {
                seen = now;
                blocked.accept(now);
            }
        } catch (SQLException e) {
            LOG.debug("Who blocks can't be seen", e);
        }
    }

    /** Who was seen blocking last. */
    List<Blocker> seen() {
        return seen;
    }

    @Override
    public void close() {
        looking.cancel(false);
        thread.execute(this::release);
    }

    private void release() {
        try (Connection used = connection) {
            connection = null;
            LOG.trace("Done with {}", used);
        } catch (SQLException e) {
            LOG.debug("The second connection could not be closed", e);
        }
    }
}
