package io.fluxj.automation;

import com.sun.net.httpserver.HttpExchange;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A Git server over HTTP that does as it is told, and notes what it saw. Repositories are called {@code NAME.git}. */
public final class NotingGitServer implements AutoCloseable {
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("u:p".getBytes(StandardCharsets.UTF_8));

    private final Path folder;
    private final GitHttpServer server;
    private final Set<String> locked = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, Consumer<String>> beforePushes = new ConcurrentHashMap<>();
    private final Map<String, List<List<String>>> pushes = new ConcurrentHashMap<>();
    private final Map<String, List<String>> requests = new ConcurrentHashMap<>();

    private NotingGitServer(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.server = GitHttpServer.start(
                GitHttpServer.Options.of(folder).withHook(this::decide).withPushHook(this::refusal));
    }

    static NotingGitServer start(Path folder) throws IOException {
        return new NotingGitServer(folder);
    }

    /** {@code http://127.0.0.1:PORT}. */
    public URI url() {
        return server.url();
    }

    /** Where the repositories are. */
    public Path folder() {
        return folder;
    }

    public Path repository(String name) {
        return folder.resolve(name + ".git");
    }

    /** Wants user {@code u} with password {@code p} from now on. */
    public void lock(String name) {
        locked.add(name);
    }

    /** Takes no push from now on, and says why. */
    public void refuse(String name, String why) {
        refusals.put(name, why);
    }

    /** Takes pushes again. */
    public void accept(String name) {
        refusals.remove(name);
    }

    /** Something happens whenever somebody is about to push. */
    public void beforePushes(String name, Consumer<String> happens) {
        beforePushes.put(name, happens);
    }

    /** The pushes that were taken: {@code OLD NEW REFERENCE} and {@code option: x}. */
    public List<List<String>> pushes(String name) {
        return List.copyOf(pushes.getOrDefault(name, List.of()));
    }

    /** What was asked for, without the repository's name; requests that only ask for references are left out where they follow the first of a protocol. */
    public List<String> requests(String name) {
        return List.copyOf(requests.getOrDefault(name, List.of()));
    }

    private Optional<String> refusal(String repository, List<String> commands, List<String> options) {
        String name = repository.replaceFirst("\\.git$", "");
        if (refusals.containsKey(name)) {
            return Optional.of(String.valueOf(refusals.get(name)));
        }
        List<String> push = new ArrayList<>(commands);
        options.forEach(option -> push.add("option: " + option));
        pushes.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>()).add(push);
        return Optional.empty();
    }

    private RequestHook.Decision decide(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(1).replaceFirst("\\.git/.*", "");
        note(exchange, name);
        boolean barred = locked.contains(name)
                && !BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!barred) {
            return new RequestHook.Decision.Serve(path);
        }
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
        return new RequestHook.Decision.Answered();
    }

    private void note(HttpExchange exchange, String name) throws IOException {
        String asked = exchange.getRequestURI().toString().replaceFirst("^/.*?\\.git", "");
        if (exchange.getRequestMethod().equals("POST") && asked.endsWith("upload-pack") && onlyLists(exchange)) {
            return;
        }
        requests.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>())
                .add(exchange.getRequestMethod() + " " + asked);
        if (asked.endsWith("receive-pack") && exchange.getRequestMethod().equals("GET")) {
            beforePushes.getOrDefault(name, _ -> {}).accept(name);
        }
    }

    /** Version 2 of the protocol asks for references by a request of its own. */
    private static boolean onlyLists(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.setStreams(new ByteArrayInputStream(body), null);
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream text =
                zipped ? new GZIPInputStream(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body)) {
            return new String(text.readAllBytes(), StandardCharsets.ISO_8859_1).contains("command=ls-refs");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
