package dev.migrate.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes one connection on to a server, and counts how often the client speaks after the server has. */
final class RoundTrips implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean serverSpokeLast = new AtomicBoolean(true);

    RoundTrips(int serverPort) throws IOException {
        daemon(() -> {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            daemon(() -> pass(server.getInputStream(), client.getOutputStream(), true));
            pass(client.getInputStream(), server.getOutputStream(), false);
            server.close();
        });
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
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

    private void pass(InputStream from, OutputStream to, boolean server) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (server) {
                serverSpokeLast.set(true);
            } else if (serverSpokeLast.getAndSet(false)) {
                count.incrementAndGet();
            }
            to.write(buffer, 0, read);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    int count() {
        return count.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
