package io.fluxj.git.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Looks at a request before the server does: for authentication, redirects, failures and hangs. */
@FunctionalInterface
public interface RequestHook {
    /** Serves every request under its own path. */
    RequestHook NONE = exchange -> new Decision.Serve(exchange.getRequestURI().getPath());

    /**
     * Called once for each request, on the request's own virtual thread (it may block).
     *
     * @param exchange the request; whoever returns {@link Decision.Answered} has sent the response through it
     * @return what the server does next
     * @throws IOException when the connection broke
     */
    Decision decide(HttpExchange exchange) throws IOException;

    /** What happens to the request after the hook. */
    sealed interface Decision {
        /**
         * Serve it.
         *
         * @param path decoded path of the request, {@code /<repository>/info/refs} and the like
         */
        record Serve(String path) implements Decision {}

        /** The hook has answered, or dropped, the request itself. */
        record Answered() implements Decision {}
    }
}
