package io.fluxj.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between Jetty's requests and ours. */
final class Exchange extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int BAD_REQUEST = 400;
    private static final int FAILED = 500;

    private final HttpHandler handler;
    private final ServerBounds bounds;
    private final Connections connections;

    Exchange(HttpHandler handler, ServerBounds bounds, Connections connections) {
        this.handler = handler;
        this.bounds = bounds;
        this.connections = connections;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Connection connection = request.getConnectionMetaData().getConnection();
        Scheduler.Task end = request.getComponents()
                .getScheduler()
                .schedule(() -> connection.getEndPoint().close(), bounds.total().toNanos(), TimeUnit.NANOSECONDS);
        connections.answering(connection);
        Request.addCompletionListener(request, failure -> {
            end.cancel();
            connections.answered(connection);
        });
        // Silence while the answer is being worked out is no fault of the client; reads and writes that are silent fail
        // nevertheless.
        request.addIdleTimeoutListener(silence -> false);
        send(request, response, callback);
        return true;
    }

    private void send(Request request, Response response, Callback callback) {
        try {
            new AnswerWriter(response, request.getMethod().equals("HEAD")).send(answer(request, response));
            callback.succeeded();
        } catch (IOException gone) {
            LOG.debug("an answer was not sent to its end", gone);
            callback.failed(gone);
        }
    }

    private HttpAnswer answer(Request request, Response response) {
        try {
            return handler.answer(read(request));
        } catch (MalformedPath malformed) {
            return HttpAnswer.text(BAD_REQUEST, "400 Bad Request\n");
        } catch (BodyRefused refused) {
            // What is left of the body is not waited for.
            response.getHeaders().put("Connection", "close");
            return HttpAnswer.text(refused.status(), refused.getMessage() + "\n");
        } catch (IOException | RuntimeException failed) {
            LOG.error(
                    "problem answering {} {}",
                    request.getMethod(),
                    request.getHttpURI().getPath(),
                    failed);
            return HttpAnswer.text(FAILED, "500 Internal Server Error\n");
        }
    }

    private HttpRequest read(Request request) throws MalformedPath {
        String path = request.getHttpURI().getPath();
        return new HttpRequest(
                request.getMethod(),
                target(request.getHttpURI()),
                path == null ? "" : decoded(path),
                headers(request.getHeaders()),
                address(request),
                request.getConnectionMetaData().isSecure(),
                new RequestBody(request, bounds));
    }

    /** Nobody sends a fragment who means well; it must not make two targets one. */
    private static String target(HttpURI uri) {
        String target = uri.getPathQuery();
        String fragment = uri.getFragment();
        return (target == null ? "" : target) + (fragment == null ? "" : "#" + fragment);
    }

    private static String decoded(String path) throws MalformedPath {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedPath(malformed);
        }
    }

    private static Map<String, List<String>> headers(HttpFields fields) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : fields) {
            String value = field.getValue();
            headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(value == null ? "" : value);
        }
        return headers;
    }

    private static InetAddress address(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** A path whose escapes mean nothing. */
    private static final class MalformedPath extends Exception {
        MalformedPath(IllegalArgumentException cause) {
            super(cause);
        }
    }
}
