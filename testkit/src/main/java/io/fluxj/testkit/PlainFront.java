package io.fluxj.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a server of plain HTTP, and tells clients that begin with TLS so at once, as most servers do; the JDK's waits for the rest of a line. */
final class PlainFront implements AutoCloseable {
    private static final int HANDSHAKE = 0x16;
    private static final byte[] REFUSAL =
            "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final InetSocketAddress behind;

    private PlainFront(ServerSocket socket, InetSocketAddress behind) {
        this.socket = socket;
        this.behind = behind;
    }

    static PlainFront before(InetSocketAddress server) throws IOException {
        PlainFront front = new PlainFront(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(front::accept);
        return front;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(behind.getAddress(), behind.getPort())) {
            int first = client.getInputStream().read();
            if (first == HANDSHAKE) {
                client.getOutputStream().write(REFUSAL);
            } else if (first >= 0) {
                server.getOutputStream().write(first);
                Thread answers = Thread.ofVirtual().start(() -> copy(server, client));
                copy(client, server);
                answers.join();
            }
        } catch (IOException gone) {
            // one of the two went away
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException gone) {
            // one of the two went away
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
