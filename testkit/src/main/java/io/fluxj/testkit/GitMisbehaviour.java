package io.fluxj.testkit;

import com.sun.net.httpserver.HttpExchange;
import io.fluxj.git.serve.RequestHook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;

/** What {@link GitTestServer} does by path. */
record GitMisbehaviour(CountDownLatch closed) implements RequestHook {
    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString(
                            (GitTestServer.USER + ":" + GitTestServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String BEARER = "Bearer " + GitTestServer.TOKEN;

    @Override
    public Decision decide(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int end = path.indexOf('/', 1);
        String first = end < 0 ? "" : path.substring(1, end);
        String rest = end < 0 ? path : path.substring(end);
        return switch (first) {
            case "basic" -> authorized(exchange, BASIC, rest);
            case "bearer" -> authorized(exchange, BEARER, rest);
            case "hang" -> hang();
            case "500" -> answer(exchange, 500);
            case "redirect" -> redirect(exchange);
            default -> new Decision.Serve(path);
        };
    }

    private static Decision authorized(HttpExchange exchange, String wanted, String path) throws IOException {
        if (wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Decision.Serve(path);
        }
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
        return answer(exchange, 401);
    }

    private Decision hang() throws IOException {
        try {
            closed.await();
            return new Decision.Answered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("server closed", e);
        }
    }

    private static Decision redirect(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString().substring("/redirect".length());
        exchange.getResponseHeaders().set("Location", target);
        return answer(exchange, 301);
    }

    private static Decision answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        return new Decision.Answered();
    }
}
