package io.fluxj.kube.http;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.Handshaker;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/**
 * Turns requests into websockets, as the real server does: when they tell an origin, without extensions, with the one subprotocol
 * that is offered.
 */
final class WebSockets {
    private static final long ANY_SIZE = 0;

    private final WebSocketComponents components = new WebSocketComponents();
    private final Handshaker handshaker = Handshaker.newInstance();

    WebSocketComponents components() {
        return components;
    }

    boolean wanted(Request request) {
        return handshaker.isWebSocketUpgradeRequest(request);
    }

    void open(HttpResponse.Stream stream, Request request, Response response, Callback callback) {
        if (!request.getHeaders().contains("Origin")) {
            Response.writeError(request, response, callback, 403);
            return;
        }
        Configuration.ConfigurationCustomizer limits = new Configuration.ConfigurationCustomizer();
        limits.setIdleTimeout(Duration.ZERO);
        // An event is one frame, however large its object. What clients send is passed over piece by piece, never
        // gathered.
        limits.setMaxFrameSize(ANY_SIZE);
        limits.setAutoFragment(true);
        if (!handshaker.upgradeRequest(new Negotiator(stream), request, response, callback, components, limits)) {
            Response.writeError(request, response, callback, 400);
        }
    }

    private record Negotiator(HttpResponse.Stream stream) implements WebSocketNegotiator {
        @Override
        public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
            response.setExtensions(List.of());
            List<String> offered = request.getSubProtocols().stream()
                    .filter(protocol -> !protocol.startsWith(HttpRequest.BEARER_PROTOCOL))
                    .toList();
            if (offered.size() == 1) {
                response.setAcceptedSubProtocol(offered.getFirst());
            }
            return new WebSocketStream(stream.writer());
        }
    }
}
