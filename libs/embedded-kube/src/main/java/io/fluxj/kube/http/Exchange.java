package io.fluxj.kube.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Between Jetty's requests and ours: bodies are read whole, within the limit of the real server. */
final class Exchange extends Handler.Abstract {
    /** What the real server allows for a body. */
    static final int MAX_BODY = 3 * 1024 * 1024;

    private static final int PIECE = 16 * 1024;

    private final HttpHandler handler;
    private final Duration bodyWithin;
    private final WebSockets webSockets = new WebSockets();

    Exchange(HttpHandler handler, Duration bodyWithin) {
        this.handler = handler;
        this.bodyWithin = bodyWithin;
        installBean(webSockets.components());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        if (request.getLength() > MAX_BODY) {
            refuseBody(request, response, callback);
            return true;
        }
        byte[] body;
        try {
            body = body(request);
        } catch (SlowBody e) {
            response.getHeaders().put("Connection", "close");
            send(handler.refuse(408, "the body of the request did not come in time"), response, callback);
            return true;
        }
        if (body.length > MAX_BODY) {
            refuseBody(request, response, callback);
            return true;
        }
        answer(read(request, body), request, response, callback);
        return true;
    }

    private void answer(HttpRequest read, Request request, Response response, Callback callback) {
        switch (handler.handle(read)) {
            case HttpResponse.Content content -> send(Compression.of(read, content), response, callback);
            case HttpResponse.Stream stream
            when webSockets.wanted(request) -> webSockets.open(stream, request, response, callback);
            case HttpResponse.Stream stream -> ChunkedStream.run(stream, request, response, callback);
            case HttpResponse.Drop ignored -> {
                endPoint(request).close();
                callback.failed(new Dropped());
            }
        }
    }

    private void refuseBody(Request request, Response response, Callback callback) throws IOException {
        // A client that is cut off while it sends does not see the answer.
        Request.asInputStream(request).skip(2L * MAX_BODY);
        response.getHeaders().put("Connection", "close");
        send(handler.refuse(413, "Request entity too large: limit is " + MAX_BODY), response, callback);
    }

    /** The body, or its first part when it is too large. */
    private byte[] body(Request request) throws IOException, SlowBody {
        if (request.getLength() == 0) {
            return new byte[0];
        }
        EndPoint connection = endPoint(request);
        long idle = connection.getIdleTimeout();
        long deadline = System.nanoTime() + bodyWithin.toNanos();
        connection.setIdleTimeout(bodyWithin.toMillis());
        try {
            return read(Request.asInputStream(request), deadline);
        } finally {
            connection.setIdleTimeout(idle);
        }
    }

    private static byte[] read(InputStream in, long deadline) throws IOException, SlowBody {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        int length = in.read(piece);
        while (length >= 0 && out.size() <= MAX_BODY) {
            if (System.nanoTime() > deadline) {
                throw new SlowBody();
            }
            out.write(piece, 0, length);
            length = in.read(piece);
        }
        return out.toByteArray();
    }

    /** A body that does not come in time, however steadily it comes. */
    private static final class SlowBody extends Exception {
        private static final long serialVersionUID = 1L;

        SlowBody() {
            super("the body came too slowly", null, false, false);
        }
    }

    private static HttpRequest read(Request request, byte[] body) {
        HttpURI uri = request.getHttpURI();
        String path = uri.getPath();
        return new HttpRequest(
                request.getMethod(),
                path == null ? "" : path,
                HttpRequest.parseQuery(uri.getQuery()),
                headers(request.getHeaders()),
                body,
                certificate(request));
    }

    private static Map<String, List<String>> headers(HttpFields fields) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpField field : fields) {
            String value = field.getValue();
            headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), n -> new ArrayList<>(1))
                    .add(value == null ? "" : value);
        }
        return headers;
    }

    private static @Nullable X509Certificate certificate(Request request) {
        EndPoint.SslSessionData session = endPoint(request).getSslSessionData();
        X509Certificate[] chain = session == null ? null : session.peerCertificates();
        return chain == null || chain.length == 0 ? null : chain[0];
    }

    static EndPoint endPoint(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    static void head(HttpResponse answer, Response response) {
        response.setStatus(answer.status());
        answer.headers()
                .forEach((name, values) ->
                        values.forEach(value -> response.getHeaders().add(name, value)));
    }

    private static void send(HttpResponse.Content content, Response response, Callback callback) {
        head(content, response);
        response.write(true, ByteBuffer.wrap(content.body()), callback);
    }

    /** A connection that was to be dropped. */
    private static final class Dropped extends IOException implements org.eclipse.jetty.io.QuietException {
        private static final long serialVersionUID = 1L;

        Dropped() {
            super("dropped on demand");
        }
    }
}
