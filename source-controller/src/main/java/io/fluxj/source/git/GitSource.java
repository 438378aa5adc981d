package io.fluxj.source.git;

import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;
import io.fluxj.net.proxy.ProxyRoute;

/**
 * Where to fetch from and what.
 *
 * @param remote the repository
 * @param reference what is wanted of it
 * @param hints what may be the matter when it does not work
 * @param route the way there, open as long as this is
 */
record GitSource(GitRemote remote, GitReference reference, Hints hints, ProxyRoute route) implements AutoCloseable {
    /**
     * What may be the matter.
     *
     * @param access when the server does not let us in; empty for nothing
     * @param authority when nobody vouches for the server's certificate
     */
    record Hints(String access, String authority) {}

    @Override
    public void close() {
        route.close();
    }
}
