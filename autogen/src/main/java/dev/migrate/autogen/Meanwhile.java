package dev.migrate.autogen;

import dev.migrate.MigrateException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that goes on in a thread of its own while its starter does something else; closing it waits for its end. */
final class Meanwhile<T> implements AutoCloseable {

    private final FutureTask<T> task;
    private final Thread thread;

    private Meanwhile(String name, Supplier<T> work) {
        this.task = new FutureTask<>(work::get);
        this.thread = new Thread(task, name);
    }

    static <T> Meanwhile<T> start(String name, Supplier<T> work) {
        Meanwhile<T> meanwhile = new Meanwhile<>(name, work);
        meanwhile.thread.setDaemon(true);
        meanwhile.thread.start();
        return meanwhile;
    }

    /** The result, as soon as it is there; what the work threw is thrown here. */
    T result() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            // A supplier throws nothing else.
            throw (RuntimeException) cause;
        }
    }

    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private MigrateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new MigrateException("Interrupted while waiting for: " + thread.getName(), e);
    }
}
