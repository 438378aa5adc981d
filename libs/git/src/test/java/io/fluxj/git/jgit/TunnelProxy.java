package io.fluxj.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A proxy that leads to HTTPS servers ({@code CONNECT}), for one user. */
final class TunnelProxy implements AutoCloseable {
    static final String USER = "someone";
    static final String PASSWORD = "let-me-through";

    /** {@code someone:let-me-through} in Base64. */
    private static final String CREDENTIALS = "proxy-authorization: basic c29tzw9uztpszxqtbwutdghyb3vnaa==";

    private final ServerSocket listener;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private TunnelProxy(ServerSocket listener) {
        this.listener = listener;
    }

    static TunnelProxy start() throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** Spoken to over TLS. */
    static TunnelProxy start(SSLContext context) throws IOException {
        return start(context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return listener.getLocalPort();
    }

    private static TunnelProxy start(ServerSocket listener) {
        TunnelProxy proxy = new TunnelProxy(listener);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    /** The first lines of all requests. */
    List<String> requests() {
        return requests;
    }

    ProxySelector selector() {
        return ProxySelector.of(InetSocketAddress.createUnresolved(
                listener.getInetAddress().getHostAddress(), listener.getLocalPort()));
    }

    static Authenticator answering(String password) {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication(USER, password.toCharArray())
                        : null;
            }
        };
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
            String head = head(client.getInputStream());
            requests.add(head.lines().findFirst().orElse(""));
            if (!head.toLowerCase(java.util.Locale.ROOT).contains(CREDENTIALS)) {
                answer(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");
                return;
            }
            String[] target = head.split(" ", 3)[1].split(":", 2);
            try (Socket server = new Socket(target[0], Integer.parseInt(target[1]))) {
                answer(client, "200 Connection established");
                Thread back = Thread.ofVirtual().start(() -> pipe(server, client));
                pipe(client, server);
                back.join();
            }
        } catch (IOException | InterruptedException broken) {
            // the client sees that its connection ended
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the request ended early");
            }
            head.append((char) read);
        }
        return head.toString();
    }

    private static void answer(Socket client, String status) throws IOException {
        String end = status.startsWith("2") ? "\r\n\r\n" : "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(("HTTP/1.1 " + status + end).getBytes(StandardCharsets.US_ASCII));
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // the other direction notices as well
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
