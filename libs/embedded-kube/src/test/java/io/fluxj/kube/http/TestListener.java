package io.fluxj.kube.http;

import io.fluxj.kube.tls.Authority;
import io.fluxj.kube.tls.ServerTls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A listener with a handler of the test's, and ways to reach it, well-behaved and not. */
final class TestListener implements AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 20_000;

    private final HttpListener listener;
    private final SSLContext clientTls;

    TestListener(HttpHandler handler) {
        this(handler, Patience.DEFAULT);
    }

    TestListener(HttpHandler handler, Patience patience) {
        Authority authority = Authority.create();
        clientTls = trust(authority);
        listener = HttpListener.start(
                ServerTls.context(authority, authority.server(List.of("localhost"), List.of("127.0.0.1"))),
                0,
                handler,
                patience);
    }

    HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(clientTls)
                .build();
    }

    URI uri(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + listener.port() + path);
    }

    /** A connection on which nothing was said yet, not even by TLS. */
    Socket silent() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), listener.port());
    }

    SSLSocket connect() throws IOException {
        return secure(silent());
    }

    /** TLS over a connection. */
    SSLSocket secure(Socket silent) throws IOException {
        SSLSocket socket =
                (SSLSocket) clientTls.getSocketFactory().createSocket(silent, "127.0.0.1", listener.port(), true);
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        return socket;
    }

    /** Sends the text, as far as the server takes it, and reads meanwhile until the server closes the connection. */
    String exchange(String text) {
        try (SSLSocket socket = connect()) {
            socket.startHandshake();
            Thread.startVirtualThread(() -> sendWhatIsTaken(socket, text));
            return readToEnd(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sendWhatIsTaken(Socket socket, String text) {
        try {
            send(socket, text);
        } catch (IOException refused) {
            // what the server says instead is being read
        }
    }

    private static String readToEnd(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                answer.write(piece, 0, read);
            }
        } catch (SocketException reset) {
            if (answer.size() == 0) {
                throw reset;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static SSLContext trust(Authority authority) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, new char[0]);
            store.setCertificateEntry("authority", authority.root().certificate());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
