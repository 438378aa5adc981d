package io.fluxj.testkit;

import io.fluxj.git.serve.GitHttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;

/**
 * A real Git server over HTTP(S) that also misbehaves, by the first part of a repository's path:
 *
 * <table>
 * <caption>Paths</caption>
 * <tr><td>{@code /app.git}</td><td>served to anyone, pushes accepted</td></tr>
 * <tr><td>{@code /basic/app.git}</td><td>the same repository, for user {@value #USER} with password {@value #PASSWORD}</td></tr>
 * <tr><td>{@code /bearer/app.git}</td><td>the same, for the bearer token {@value #TOKEN}</td></tr>
 * <tr><td>{@code /hang/...}</td><td>never answers, until the server is closed</td></tr>
 * <tr><td>{@code /500/...}</td><td>answers 500</td></tr>
 * <tr><td>{@code /redirect/app.git}</td><td>answers 301 to {@code /app.git}</td></tr>
 * </table>
 */
public final class GitTestServer implements AutoCloseable {
    /** Name of the user under {@code /basic/}. */
    public static final String USER = "user";

    /** Password of the user under {@code /basic/}. */
    public static final String PASSWORD = "pass";

    /** Token wanted under {@code /bearer/}. */
    public static final String TOKEN = "token-1";

    private final GitHttpServer server;
    private final CountDownLatch closed;

    private GitTestServer(GitHttpServer server, CountDownLatch closed) {
        this.server = server;
        this.closed = closed;
    }

    /**
     * Serves over plain HTTP on a free loopback port.
     *
     * @param repositories the folder whose repositories are served
     */
    public static GitTestServer start(Path repositories) throws IOException {
        return start(GitHttpServer.Options.of(repositories));
    }

    /**
     * Serves over HTTPS on a free loopback port.
     *
     * @param repositories the folder whose repositories are served
     * @param tls holds the server's certificate, see {@link TestTls}
     */
    public static GitTestServer startTls(Path repositories, SSLContext tls) throws IOException {
        return start(GitHttpServer.Options.of(repositories).withTls(tls));
    }

    /** Serves with given options, whose hook is replaced. */
    public static GitTestServer start(GitHttpServer.Options options) throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        return new GitTestServer(GitHttpServer.start(options.withHook(new GitMisbehaviour(closed))), closed);
    }

    /** {@code http://127.0.0.1:<port>} or {@code https://...}, without a slash at its end. */
    public URI url() {
        return server.url();
    }

    /** The URL of one path, such as {@code basic/app.git}. */
    public String url(String path) {
        return server.url() + "/" + path;
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }
}
