package io.fluxj.cli.frame;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a server could not be talked to, in the words of users. */
public final class Network {
    private static final int DEEPEST = 20;

    private Network() {}

    /** The reason among the causes of a failure; empty when it is none of the network. */
    public static Optional<String> reason(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> Optional.ofNullable(said(cause)).stream())
                .findFirst();
    }

    private static @Nullable String said(Throwable cause) {
        return switch (cause) {
            case UnknownHostException unknown -> "unknown host " + unknown.getMessage();
            case ConnectException refused ->
                refused.getCause() instanceof UnresolvedAddressException ? "unknown host" : "connection refused";
            case HttpTimeoutException late -> "no answer in time";
            case TimeoutException late -> "no answer in time";
            case ClosedChannelException closed -> "the connection was closed";
            case SSLException refused -> refused.getMessage();
            case IOException broken -> broken.getCause() == null ? broken.getMessage() : null;
            default -> null;
        };
    }
}
