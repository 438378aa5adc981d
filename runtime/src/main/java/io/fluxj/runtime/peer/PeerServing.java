package io.fluxj.runtime.peer;

import io.fluxj.runtime.http.HttpHandler;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * How a server is opened to other controllers.
 *
 * @param tls spoken on the same port as plain HTTP; empty for plain HTTP alone
 * @param guard lets through to a handler whom it knows
 */
public record PeerServing(Optional<SSLContext> tls, UnaryOperator<HttpHandler> guard) {
    /** To everybody, over plain HTTP. */
    public static final PeerServing OPEN = new PeerServing(Optional.empty(), handler -> handler);
}
