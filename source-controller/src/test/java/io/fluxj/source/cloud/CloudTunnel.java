package io.fluxj.source.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy behind which one server stands for all hosts; who asks anything over plain HTTP is given a token. */
final class CloudTunnel implements AutoCloseable {
    private static final String TOKEN = "{\"access_token\":\"canary-token\",\"expires_in\":3600}";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;

    /** The first lines of requests. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private CloudTunnel(int server) throws IOException {
        this.server = server;
    }

    /**
     * Begins.
     *
     * @param server the port of the one behind it
     */
    static CloudTunnel to(int server) throws IOException {
        CloudTunnel tunnel = new CloudTunnel(server);
        Thread.ofVirtual().start(tunnel::accept);
        return tunnel;
    }

    String place() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String first = head(client.getInputStream());
            asked.add(first);
            if (first.startsWith("CONNECT ")) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
                through(client);
            } else {
                String answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + TOKEN.length() + "\r\n\r\n"
                        + TOKEN;
                client.getOutputStream().write(answer.getBytes(ISO_8859_1));
            }
        } catch (IOException broken) {
            // the one who asked sees it
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int length = 0;
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        for (String line : head.toString().lines().toList()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return head.toString().lines().findFirst().orElse("");
    }

    private void through(Socket client) throws IOException {
        try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            Thread back = Thread.ofVirtual().start(() -> pour(behind, client));
            pour(client, behind);
            back.interrupt();
        }
    }

    private static void pour(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException gone) {
            // so is the other
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
