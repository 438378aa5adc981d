package io.fluxj.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.fluxj.git.serve.RequestHook;
import java.io.IOException;

/**
 * Lets the Git server serve one repository and none of its neighbours.
 *
 * @param name the repository's folder
 */
record OnlyRepository(String name) implements RequestHook {

    private static final int NOT_FOUND = 404;
    private static final int NO_BODY = -1;

    @Override
    public Decision decide(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().normalize().getPath();
        if (path.startsWith("/" + name + "/")) {
            return new Decision.Serve(path);
        }
        exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
        exchange.close();
        return new Decision.Answered();
    }
}
