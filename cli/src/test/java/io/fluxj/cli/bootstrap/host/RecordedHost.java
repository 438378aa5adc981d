package io.fluxj.cli.bootstrap.host;

import com.sun.net.httpserver.HttpServer;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A host that knows one conversation. */
public final class RecordedHost implements AutoCloseable {
    private final HttpServer server;
    private final Conversation conversation;

    private RecordedHost(HttpServer server, Conversation conversation) {
        this.server = server;
        this.conversation = conversation;
    }

    /** Starts on a free port of the loopback address. */
    public static RecordedHost play(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Conversation conversation = Conversation.read(name, Map.of());
        server.createContext("/", conversation::answer);
        server.start();
        return new RecordedHost(server, conversation);
    }

    public HostAccess access() {
        return new HostAccess(
                place(), "git.example.com", "token-1", TlsConfig.SYSTEM, Proxies.NONE, Duration.ofSeconds(20));
    }

    public URI place() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What came but was not expected, and what was expected but did not come. */
    public List<String> differences() {
        return conversation.differences();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
