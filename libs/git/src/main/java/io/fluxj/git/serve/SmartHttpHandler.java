package io.fluxj.git.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/** Finds the repository and the service that a request asks for. */
final class SmartHttpHandler implements HttpHandler {
    private static final String INFO_REFS = "/info/refs";

    private final Repositories repositories;
    private final GitHttpServer.Options options;

    SmartHttpHandler(Repositories repositories, GitHttpServer.Options options) {
        this.repositories = repositories;
        this.options = options;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (options.hook().decide(exchange)) {
                case RequestHook.Decision.Serve serve -> serve(exchange, serve.path());
                case RequestHook.Decision.Answered _ -> {}
            }
        }
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        boolean get = exchange.getRequestMethod().equals("GET");
        boolean advertise = get && path.endsWith(INFO_REFS);
        Optional<GitService> service =
                advertise ? GitService.named(query(exchange)) : get ? Optional.empty() : GitService.atEndOf(path);
        if (service.isEmpty()) {
            refuse(exchange, 404);
            return;
        }
        if (service.get() == GitService.RECEIVE_PACK && !options.push()) {
            refuse(exchange, 403);
            return;
        }
        int suffix = advertise ? INFO_REFS.length() : service.get().command().length() + 1;
        answer(
                exchange,
                path.substring(1, path.length() - suffix),
                new Conversation(exchange, service.get(), options.pushes()),
                advertise);
    }

    private void answer(HttpExchange exchange, String name, Conversation conversation, boolean advertise)
            throws IOException {
        Optional<Repository> found = repositories.open(name);
        if (found.isEmpty()) {
            refuse(exchange, 404);
            return;
        }
        try (Repository repository = found.get()) {
            if (advertise) {
                conversation.advertise(repository);
            } else {
                conversation.talk(repository);
            }
        }
    }

    private static String query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null ? "" : query;
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }
}
