package dev.migrate.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes one connection on to a server, and counts how often the client speaks after the server has. */
final class RoundTrips implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean serverSpokeLast = new AtomicBoolean(true);

    RoundTrips(int serverPort) throws IOException {
        PassingOn.daemon(() -> {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            PassingOn.daemon(() -> pass(server.getInputStream(), client.getOutputStream(), true));
            pass(client.getInputStream(), server.getOutputStream(), false);
            server.close();
        });
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
