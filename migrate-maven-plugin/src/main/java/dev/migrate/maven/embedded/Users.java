package dev.migrate.maven.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The commands that use one server at the same time, each a process. The operating system keeps the count, as shared
 * locks on a file: a killed command's goes with it. The last to leave stops the server.
 */
final class Users implements AutoCloseable {

    private static final long GATE = 0;
    private static final long PRESENCE = 1;

    /** Held as {@link #PRESENCE} is, but until the server has been stopped: {@link ServerWatch} waits for this one. */
    private static final long WATCHED = 2;

    private final FileChannel file;
    private @Nullable FileLock presence;

    /** @param lockFile exists */
    Users(Path lockFile) {
        try {
            file = FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers this command, and runs {@code connect} while no other comes or goes. */
    <T> T enter(Supplier<T> connect) {
        boolean entered = false;
        try {
            FileLock gate = file.lock(GATE, 1, false);
            try {
                file.lock(WATCHED, 1, true);
                presence = file.lock(PRESENCE, 1, true);
                T result = connect.get();
                entered = true;
                return result;
            } finally {
                gate.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!entered) {
                close();
            }
        }
    }

    /** Takes this command off, and runs {@code stop} if it was the last. */
    void leave(Runnable stop) {
        try {
            FileLock gate = file.lock(GATE, 1, false);
            try {
                if (presence != null) {
                    presence.release();
                    presence = null;
                }
                FileLock alone = file.tryLock(PRESENCE, 1, false);
                if (alone != null) {
                    try {
                        stop.run();
                    } finally {
                        alone.release();
                    }
                }
            } finally {
                gate.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until all commands have left or were killed, and runs {@code stop} while none can come. */
    void awaitNobody(Runnable stop) {
        try {
            boolean stopped = false;
            while (!stopped) {
                file.lock(WATCHED, 1, false).release();
                FileLock gate = file.lock(GATE, 1, false);
                try {
                    FileLock alone = file.tryLock(PRESENCE, 1, false);
                    if (alone != null) {
                        stop.run();
                        alone.release();
                        stopped = true;
                    }
                } finally {
                    gate.release();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
