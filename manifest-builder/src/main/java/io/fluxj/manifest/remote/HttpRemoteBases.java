package io.fluxj.manifest.remote;

import io.fluxj.kustomize.RemoteBases;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches single files over HTTP from addresses that the rule allows. Repositories are refused. */
public final class HttpRemoteBases implements RemoteBases {

    private static final int OK = 200;
    private static final int MOST_REDIRECTS = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final AddressRule rule;
    private final ProxySelector proxies;
    private final Authenticator authenticator;
    private final long maxBytes;

    /**
     * Fetches from these addresses.
     *
     * @param authenticator knows the passwords of the proxies
     * @param maxBytes longest file
     */
    public HttpRemoteBases(AddressRule rule, ProxySelector proxies, Authenticator authenticator, long maxBytes) {
        this.rule = rule;
        this.proxies = proxies;
        this.authenticator = authenticator;
        this.maxBytes = maxBytes;
    }

    @Override
    public RemoteBase fetchBase(String url) throws IOException {
        throw new IOException(
                "bases in Git repositories are not supported yet: make it a GitRepository and include it, or copy its files");
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
            HttpResponse<byte[]> answer = fetch(uri);
            Optional<URI> next = redirect(uri, answer);
            if (next.isEmpty()) {
                return content(answer);
            }
            uri = next.get();
        }
        throw new IOException("more than " + MOST_REDIRECTS + " redirects");
    }

    /** Where the answer leads; from an encrypted connection only to another one. */
    private static Optional<URI> redirect(URI from, HttpResponse<byte[]> answer) throws IOException {
        boolean moved =
                switch (answer.statusCode()) {
                    case 301, 302, 303, 307, 308 -> true;
                    default -> false;
                };
        Optional<URI> target = moved ? answer.headers().firstValue("Location").map(from::resolve) : Optional.empty();
        if (target.isPresent()
                && from.getScheme().equals("https")
                && !"https".equals(target.get().getScheme())) {
            throw new IOException("a redirect leads from https to another scheme");
        }
        return target;
    }

    private HttpResponse<byte[]> fetch(URI uri) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        try (HttpClient client = client(uri)) {
            try {
                return answer(client.sendAsync(request, head -> new BoundedBody(maxBytes)));
            } finally {
                client.shutdownNow();
            }
        }
    }

    private HttpResponse<byte[]> answer(CompletableFuture<HttpResponse<byte[]>> sent) throws IOException {
        try {
            return sent.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + TIMEOUT.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching", e);
        }
    }

    /**
     * A client for one request. Without encryption it goes to the very address that was checked, given as a proxy, so that the name cannot
     * lead elsewhere by then; with encryption the server's certificate says that it is the one of that name.
     */
    private HttpClient client(URI uri) throws IOException {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
        boolean direct = proxies.select(uri).getFirst().equals(Proxy.NO_PROXY);
        if (!direct) {
            rule.checkBehindProxy(uri.getHost());
            return builder.proxy(proxies).authenticator(authenticator).build();
        }
        InetAddress checked = rule.resolve(uri.getHost());
        if (uri.getScheme().equals("http")) {
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            builder.proxy(ProxySelector.of(new InetSocketAddress(checked, port)));
        }
        return builder.build();
    }

    private static byte[] content(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP Error: status code " + answer.statusCode());
        }
        return answer.body();
    }
}
