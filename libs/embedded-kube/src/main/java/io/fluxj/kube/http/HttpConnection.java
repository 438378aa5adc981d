package io.fluxj.kube.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one client until it leaves. Runs on its own virtual thread. */
final class HttpConnection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
    private static final int BUFFER = 16 * 1024;
    private static final int IDLE_MILLIS = 300_000;

    private final SSLSocket socket;
    private final HttpHandler handler;

    HttpConnection(SSLSocket socket, HttpHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            socket.startHandshake();
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
            serve(new RequestReader(in, out, clientCertificate()), in, out);
        } catch (IOException e) {
            LOG.debug("connection ended: {}", e.getMessage());
        }
    }

    private void serve(RequestReader reader, InputStream in, OutputStream out) throws IOException {
        boolean more = true;
        while (more) {
            try {
                Optional<HttpRequest> request = reader.next();
                more = request.isPresent() && answer(request.get(), in, out);
            } catch (RequestReader.Malformed e) {
                respond(handler.refuse(e.status(), e.text()), false, out);
                more = false;
            }
        }
    }

    private boolean answer(HttpRequest request, InputStream in, OutputStream out) throws IOException {
        boolean keep =
                request.header("connection").filter("close"::equalsIgnoreCase).isEmpty();
        return switch (handler.handle(request)) {
            case HttpResponse.Content content -> {
                respond(content, keep, out);
                yield keep;
            }
            case HttpResponse.Stream stream -> {
                stream(request, stream, in, out);
                yield false;
            }
            case HttpResponse.Drop ignored -> false;
        };
    }

    private static void respond(HttpResponse response, boolean keep, OutputStream out) throws IOException {
        if (response instanceof HttpResponse.Content content) {
            StringBuilder head = head(content.status(), content.headers());
            head.append("Content-Length: ").append(content.body().length).append("\r\n");
            if (!keep) {
                head.append("Connection: close\r\n");
            }
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(content.body());
            out.flush();
        }
    }

    private void stream(HttpRequest request, HttpResponse.Stream stream, InputStream in, OutputStream out)
            throws IOException {
        socket.setSoTimeout(0);
        OpenStream open;
        if (request.wantsWebSocket()) {
            open = WebSocketStream.accept(request, socket, in, out);
        } else {
            StringBuilder head = head(stream.status(), stream.headers());
            out.write(head.append("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                    .toString()
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            open = new ChunkedStream(socket, in, out);
        }
        Thread reader = Thread.ofVirtual().name("kube-stream-reader").start(open::readUntilGone);
        try {
            stream.writer().write(open);
            open.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reader.interrupt();
        }
    }

    private static StringBuilder head(int status, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(phrase(status))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head;
    }

    private static String phrase(int status) {
        return status < 300 ? "OK" : status < 500 ? "Refused" : "Failed";
    }

    private @Nullable X509Certificate clientCertificate() {
        try {
            Certificate[] chain = socket.getSession().getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate certificate ? certificate : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }
}
