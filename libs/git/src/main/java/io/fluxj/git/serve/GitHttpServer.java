package io.fluxj.git.serve;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fluxj.git.jgit.HermeticSystemReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * Serves every repository below a folder over Git's smart HTTP protocol (versions 0 and 2), on loopback only. A repository
 * {@code <root>/team/app.git} (bare) or {@code <root>/team/app} (with a work tree) has the URL {@code <url>/team/app.git}
 * or {@code <url>/team/app}; both may be named with and without {@code .git}. Any commit may be fetched by its hash.
 */
public final class GitHttpServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final URI url;

    private GitHttpServer(HttpServer server, ExecutorService threads, URI url) {
        this.server = server;
        this.threads = threads;
        this.url = url;
    }

    /**
     * How to serve.
     *
     * @param root folder that holds the repositories
     * @param port port on the loopback address, 0 for a free one
     * @param push whether pushes are accepted; one to the branch that is checked out in a work tree never is
     * @param hook looks at every request first
     * @param tls how to serve HTTPS, empty for plain HTTP
     * @param pushes looks at pushes before they are taken
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    public record Options(
            Path root, int port, boolean push, RequestHook hook, Optional<HttpsConfigurator> tls, PushHook pushes) {
        /** Plain HTTP on a free port, pushes accepted, no hook. */
        public static Options of(Path root) {
            return new Options(root, 0, true, RequestHook.NONE, Optional.empty(), PushHook.NONE);
        }

        /** These options on a given port. */
        public Options withPort(int port) {
            return new Options(root, port, push, hook, tls, pushes);
        }

        /** These options with or without pushes. */
        public Options withPush(boolean push) {
            return new Options(root, port, push, hook, tls, pushes);
        }

        /** These options with a hook. */
        public Options withHook(RequestHook hook) {
            return new Options(root, port, push, hook, tls, pushes);
        }

        /** These options with a hook for pushes. */
        public Options withPushHook(PushHook pushes) {
            return new Options(root, port, push, hook, tls, pushes);
        }

        /** These options over HTTPS. */
        public Options withTls(SSLContext context) {
            return withTls(new HttpsConfigurator(context));
        }

        /** These options over HTTPS with parameters of one's own, such as asking for client certificates. */
        public Options withTls(HttpsConfigurator configurator) {
            return new Options(root, port, push, hook, Optional.of(configurator), pushes);
        }
    }

    /** Starts with {@link Options#of}. */
    public static GitHttpServer start(Path root) throws IOException {
        return start(Options.of(root));
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the port is taken
     */
    public static GitHttpServer start(Options options) throws IOException {
        HermeticSystemReader.install();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
        HttpServer server = options.tls().isPresent() ? HttpsServer.create(address, 0) : HttpServer.create(address, 0);
        if (server instanceof HttpsServer https) {
            https.setHttpsConfigurator(options.tls().orElseThrow());
        }
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("git-http-", 0).factory());
        server.setExecutor(threads);
        Repositories repositories = new Repositories(options.root());
        server.createContext("/", new SmartHttpHandler(repositories, options));
        server.start();
        String scheme = options.tls().isPresent() ? "https" : "http";
        URI url = URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
        return new GitHttpServer(server, threads, url);
    }

    /** {@code http://127.0.0.1:<port>}, without a slash at its end. */
    public URI url() {
        return url;
    }

    /** Port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once; requests in progress are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
