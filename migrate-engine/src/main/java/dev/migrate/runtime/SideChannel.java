package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second connection, for looking at the first one while it waits. A pool may have none to give: then what was asked
 * for stays unknown, and the run goes on. It is asked for in a thread of its own, since a pool may block.
 */
final class SideChannel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SideChannel.class);

    /** What to do with the connection. */
    interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private final ScheduledThreadPoolExecutor thread;

    SideChannel(DataSource dataSource) {
        this.dataSource = dataSource;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, "migrate-watch");
            created.setDaemon(true);
            return created;
        });
    }

    /** The answer, or empty if no connection was to be had in time. */
    <T> Optional<T> ask(Query<T> query, Duration patience) {
        Future<T> answer = thread.submit(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return query.run(connection);
            }
        });
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            LOG.debug("No second connection within {} ms", patience.toMillis());
        } catch (ExecutionException e) {
            LOG.debug("The second connection failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** Watches who blocks a backend, until closed; tells each time that somebody does. */
    BlockerWatch watch(int backend, Duration interval, Consumer<List<Blocker>> blocked) {
        return new BlockerWatch(dataSource, thread, backend, interval, blocked);
    }

    @Override
    public void close() {
        // What a watch has borrowed is still given back.
        thread.shutdown();
    }
}
