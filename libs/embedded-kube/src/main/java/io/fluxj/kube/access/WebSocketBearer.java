package io.fluxj.kube.access;

import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The token that a websocket brings as one of its subprotocols, since browsers cannot set its headers. */
final class WebSocketBearer {
    private WebSocketBearer() {}

    /** The token; a request that names it wrongly, or has no other subprotocol to be answered with, is refused. */
    static Optional<String> token(HttpRequest request) {
        List<String> tokens = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String header : request.headerValues("sec-websocket-protocol")) {
            for (String protocol : header.split(",", -1)) {
                String name = protocol.strip();
                if (name.startsWith(HttpRequest.BEARER_PROTOCOL)) {
                    tokens.add(name.substring(HttpRequest.BEARER_PROTOCOL.length()));
                } else {
                    others.add(name);
                }
            }
        }
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        if (tokens.size() > 1 || others.isEmpty()) {
            throw ApiError.unauthorized();
        }
        return Optional.of(decoded(tokens.getFirst()));
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.unauthorized();
        }
    }
}
