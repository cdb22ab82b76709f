package dev.migrate.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;

/** Passes on what comes over a connection, in a thread that keeps no program running. */
interface PassingOn {

    void run() throws IOException;

    static void daemon(PassingOn task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (SocketException e) {
                // One of the two has hung up: that ends the passing on.
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
