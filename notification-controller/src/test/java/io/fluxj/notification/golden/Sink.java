package io.fluxj.notification.golden;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server that keeps what it is sent: over HTTP, over TLS, and as a proxy that opens what goes to other hosts over TLS. */
final class Sink implements Closeable {
    private final ServerSocket listener;
    private final Security security;
    private final Function<Seen, Answer> replies;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * How it is spoken to.
     *
     * @param tls empty for plain HTTP
     * @param clients whether clients have to show a certificate
     * @param hosts is used for those that it stands for as a proxy
     */
    record Security(Optional<SSLContext> tls, boolean clients, SSLContext hosts) {}

    private Sink(ServerSocket listener, Security security, Function<Seen, Answer> replies) {
        this.listener = listener;
        this.security = security;
        this.replies = replies;
    }

    static Sink start(Security security, Function<Seen, Answer> replies) {
        try {
            Sink sink = new Sink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), security, replies);
            Thread.ofVirtual().start(sink::accept);
            return sink;
        } catch (IOException failed) {
            throw new IllegalStateException("no port", failed);
        }
    }

    /** {@code 127.0.0.1:port}. */
    String host() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // so it is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Socket plain =
                    security.tls().isPresent() ? secured(socket, security.tls().get(), security.clients()) : socket;
            talk(plain, "");
        } catch (IOException gone) {
            // the client is
        }
    }

    private static Socket secured(Socket socket, SSLContext context, boolean clients) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
        secured.setUseClientMode(false);
        secured.setNeedClientAuth(clients);
        return secured;
    }

    private void talk(Socket socket, String origin) throws IOException {
        InputStream in = socket.getInputStream();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] request = line.split(" ", -1);
            SortedMap<String, String> headers = headers(in);
            if (request[0].equals("CONNECT")) {
                connect(socket, request[1]);
                return;
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            boolean proxied = request[1].startsWith("http");
            Seen seen = new Seen(request[0], origin + request[1], headers, body, proxied);
            answer(socket.getOutputStream(), replies.apply(seen));
        }
    }

    private void connect(Socket socket, String target) throws IOException {
        socket.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        String host = URI.create("https://" + target).getHost();
        talk(secured(socket, security.hosts(), false), "https://" + host);
    }

    private static void answer(OutputStream out, Answer answer) throws IOException {
        try {
            Thread.sleep(answer.delay());
        } catch (InterruptedException stopped) {
            throw new IOException("stopped", stopped);
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + answer.status() + " X\r\nContent-Length: " + body.length + "\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }

    private static SortedMap<String, String> headers(InputStream in) throws IOException {
        SortedMap<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
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
        for (Socket socket : open) {
            socket.close();
        }
    }
}
