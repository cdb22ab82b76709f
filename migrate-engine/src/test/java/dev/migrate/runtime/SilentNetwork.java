package dev.migrate.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes connections on to a server, until it loses whatever is said on the first one: also that it has ended. */
final class SilentNetwork implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private volatile boolean silent;

    SilentNetwork(int serverPort) throws IOException {
        PassingOn.daemon(() -> {
            boolean first = true;
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                boolean mayFallSilent = first;
                first = false;
                PassingOn.daemon(() -> pass(server, client, mayFallSilent));
                PassingOn.daemon(() -> pass(client, server, mayFallSilent));
            }
        });
    }

    private void pass(Socket from, Socket to, boolean mayFallSilent) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (!(mayFallSilent && silent)) {
                out.write(buffer, 0, read);
            }
        }
        if (!(mayFallSilent && silent)) {
            to.close();
        }
    }

    /** Loses what is said on the first connection from here on. */
    void fallSilent() {
        silent = true;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
