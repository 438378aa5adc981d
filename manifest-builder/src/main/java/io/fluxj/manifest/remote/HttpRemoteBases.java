package io.fluxj.manifest.remote;

import io.fluxj.kustomize.RemoteBases;
import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.Proxies;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;

/** Fetches single files over HTTP, and repositories, from addresses that the rule allows. */
public final class HttpRemoteBases implements RemoteBases {

    private static final int MOST_REDIRECTS = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final AddressRule rule;
    private final Proxies proxies;
    private final long maxBytes;
    private final GitBases repositories;

    /**
     * Fetches from these addresses.
     *
     * @param maxBytes longest file
     * @param repositories fetches those
     */
    public HttpRemoteBases(AddressRule rule, Proxies proxies, long maxBytes, GitBases repositories) {
        this.rule = rule;
        this.proxies = proxies;
        this.maxBytes = maxBytes;
        this.repositories = repositories;
    }

    @Override
    public RemoteBase fetchBase(String url) throws IOException {
        return repositories.fetch(url);
    }

    @Override
    public byte[] fetchFile(String url) throws IOException {
        try {
            return followed(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new IOException("not a URL that can be fetched: " + e.getMessage(), e);
        }
    }

    private byte[] followed(URI first) throws IOException {
        URI uri = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            FileRequest.Answer answer = request(uri).send(TIMEOUT);
            Optional<URI> next = redirect(uri, answer);
            if (next.isEmpty()) {
                return content(answer);
            }
            uri = next.get();
        }
        throw new IOException("more than " + MOST_REDIRECTS + " redirects");
    }

    /** Where the answer leads; from an encrypted connection only to another one. */
    private static Optional<URI> redirect(URI from, FileRequest.Answer answer) throws IOException {
        boolean moved =
                switch (answer.status()) {
                    case 301, 302, 303, 307, 308 -> true;
                    default -> false;
                };
        Optional<URI> target = moved ? answer.location().map(from::resolve) : Optional.empty();
        if (target.isPresent()
                && from.getScheme().equals("https")
                && !"https".equals(target.get().getScheme())) {
            throw new IOException("a redirect leads from https to another scheme");
        }
        return target;
    }

    private FileRequest request(URI uri) throws IOException {
        URL url = URL.of(uri, null);
        if (!(url.openConnection(way(uri, url)) instanceof HttpURLConnection http)) {
            throw new IOException("only http and https are fetched from");
        }
        http.setAuthenticator(proxies.authenticator());
        return new FileRequest(http, maxBytes);
    }

    /**
     * How to get there. Without encryption it goes to the very address that was checked, given as a proxy, so that the name cannot lead
     * elsewhere by then; with encryption the server's certificate says that it is the one of that name.
     */
    private Proxy way(URI uri, URL url) throws IOException {
        Proxy proxy = proxies.selector().select(uri).getFirst();
        if (!proxy.equals(Proxy.NO_PROXY)) {
            rule.checkBehindProxy(url.getHost());
            return proxy;
        }
        InetAddress checked = rule.resolve(url.getHost());
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        return url.getProtocol().equals("http")
                ? new Proxy(Proxy.Type.HTTP, new InetSocketAddress(checked, port))
                : Proxy.NO_PROXY;
    }

    private static byte[] content(FileRequest.Answer answer) throws IOException {
        if (answer.status() != HttpURLConnection.HTTP_OK) {
            throw new IOException("HTTP Error: status code " + answer.status());
        }
        return answer.body().readAllBytes();
    }
}
