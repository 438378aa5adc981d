package io.fluxj.notification.golden;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** As much of a NATS server as a publisher needs. Source: the client protocol of NATS. */
final class NatsSink implements Closeable {
    private final ServerSocket listener;
    private final String login;
    private final BiConsumer<String, String> published;

    private NatsSink(ServerSocket listener, String login, BiConsumer<String, String> published) {
        this.listener = listener;
        this.login = login;
        this.published = published;
    }

    /**
     * Starts one.
     *
     * @param login {@code user:password} that clients need; empty for none
     * @param published is told the subject and the payload
     */
    static NatsSink start(String login, BiConsumer<String, String> published) {
        try {
            NatsSink sink = new NatsSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), login, published);
            Thread.ofVirtual().start(sink::accept);
            return sink;
        } catch (IOException failed) {
            throw new IllegalStateException("no port", failed);
        }
    }

    String address() {
        return "nats://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // so it is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            send(
                    socket,
                    "INFO {\"server_id\":\"s\",\"version\":\"2.10.0\",\"proto\":1,\"max_payload\":8388608,\"headers\":true,\"auth_required\":"
                            + !login.isEmpty() + "}");
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (!understood(socket, in, line)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the client is
        }
    }

    private boolean understood(Socket socket, InputStream in, String line) throws IOException {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "CONNECT" -> {
                String[] user = login.split(":", 2);
                if (!login.isEmpty()
                        && !(line.contains("\"user\":\"" + user[0] + "\"")
                                && line.contains("\"pass\":\"" + user[1] + "\""))) {
                    send(socket, "-ERR 'Authorization Violation'");
                    return false;
                }
            }
            case "PING" -> send(socket, "PONG");
            case "PUB" -> {
                byte[] payload = in.readNBytes(Integer.parseInt(words[words.length - 1]));
                var _ = line(in);
                published.accept(words[1], new String(payload, StandardCharsets.UTF_8));
            }
            default -> {}
        }
        return true;
    }

    private static void send(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
