package io.fluxj.cli.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import io.fluxj.cli.bootstrap.host.Conversation;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A Git host with real Git over HTTP for who has the token, whose API knows one conversation. */
final class ConversingHost implements AutoCloseable {
    static final String TOKEN = "token-1";

    private final BareRepositories repositories;
    private final CompletableFuture<Conversation> conversation = new CompletableFuture<>();
    private final List<String> pushers = new ArrayList<>();
    private final GitHttpServer server;
    private volatile String refusal = "";

    private ConversingHost(Path folder) throws IOException {
        this.repositories = new BareRepositories(Files.createDirectories(folder));
        this.server = GitHttpServer.start(GitHttpServer.Options.of(folder)
                .withHook(this::decide)
                .withPushHook(
                        (repository, commands, options) -> Optional.of(refusal).filter(why -> !why.isEmpty())));
    }

    /**
     * Starts one.
     *
     * @param ssh what stands for {@code SSHHOST} in the conversation
     */
    static ConversingHost start(Path folder, String conversation, String ssh) throws IOException {
        ConversingHost host = new ConversingHost(folder);
        var _ = host.conversation.complete(
                Conversation.read(conversation, Map.of("WEBHOST", host.hostname(), "SSHHOST", ssh)));
        return host;
    }

    String hostname() {
        return server.url().toString();
    }

    BareRepositories repositories() {
        return repositories;
    }

    /** Refuses every push from now on; takes them again when nothing is said. */
    void refusePushes(String why) {
        refusal = why;
    }

    /** What was said otherwise than expected. */
    List<String> differences() {
        return conversation.join().differences();
    }

    /** As whom Git was spoken to. */
    synchronized List<String> users() {
        return pushers.stream().distinct().toList();
    }

    private Decision decide(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/api/") || path.startsWith("/rest/")) {
            conversation.join().answer(exchange);
            return new Decision.Answered();
        }
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String login = given.startsWith("Basic ")
                ? new String(Base64.getDecoder().decode(given.substring("Basic ".length())), StandardCharsets.UTF_8)
                : "";
        if (!login.endsWith(":" + TOKEN)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return new Decision.Answered();
        }
        remember(login.substring(0, login.indexOf(':')));
        return new Decision.Serve(path);
    }

    private synchronized void remember(String user) {
        pushers.add(user);
    }

    @Override
    public void close() {
        server.close();
    }
}
