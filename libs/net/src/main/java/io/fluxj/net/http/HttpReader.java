package io.fluxj.net.http;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads from servers over HTTP and HTTPS, and puts files there. It keeps its connections to itself, so that none that was made with one object's certificate serves
 * another, and ends them when it is closed.
 */
public final class HttpReader implements AutoCloseable {
    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;

    private HttpReader(HttpClient client) {
        this.client = client;
    }

    /**
     * A reader that connects to nobody yet.
     *
     * @throws GeneralSecurityException when the certificate or the key cannot be used
     * @throws IOException when the key cannot be read
     */
    public static HttpReader open(TlsConfig tls, Proxies proxies) throws GeneralSecurityException, IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies.selector());
        if (proxies.haveCredentials()) {
            builder.authenticator(proxies.authenticator());
        }
        tls.context().ifPresent(builder::sslContext);
        return new HttpReader(builder.build());
    }

    /**
     * Asks an address, and no other one.
     *
     * @param headers sent with the request
     * @param deadline for all of the answer
     * @throws HttpFailure when there is no answer; reading its body throws it too
     */
    public HttpAnswer get(URI address, Map<String, String> headers, Deadline deadline)
            throws HttpFailure, InterruptedException {
        return send(new HttpAsk("GET", address, headers, ""), deadline);
    }

    /**
     * As {@link #get}, with any method and a body.
     *
     * @throws HttpFailure when there is no answer; reading its body throws it too
     */
    public HttpAnswer send(HttpAsk ask, Deadline deadline) throws HttpFailure, InterruptedException {
        return send(
                ask,
                ask.body().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(ask.body()),
                deadline);
    }

    /**
     * Puts a file at an address.
     *
     * @param deadline for the file and all of the answer
     * @throws HttpFailure when there is no answer, or no such file
     */
    public HttpAnswer put(URI address, Map<String, String> headers, Path file, Deadline deadline)
            throws HttpFailure, InterruptedException {
        HttpAsk ask = new HttpAsk("PUT", address, headers, "");
        try {
            return send(ask, HttpRequest.BodyPublishers.ofFile(file), deadline);
        } catch (FileNotFoundException gone) {
            throw HttpFailure.of(ask, gone);
        }
    }

    private HttpAnswer send(HttpAsk ask, HttpRequest.BodyPublisher body, Deadline deadline)
            throws HttpFailure, InterruptedException {
        URI address = ask.address();
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(deadline.left());
            ask.headers().forEach(request::header);
            request.method(ask.method(), body);
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            HttpBody bytes = new HttpBody(answer.body(), address, deadline);
            return new HttpAnswer(address, answer.statusCode(), answer.headers(), bytes);
        } catch (IllegalArgumentException unusable) {
            throw HttpFailure.of(ask, "the address cannot be used: " + unusable.getMessage(), unusable);
        } catch (IOException failed) {
            throw HttpFailure.of(ask, failed);
        }
    }

    /**
     * As {@link #get}, and goes where the server says, at most ten times; the header {@code Authorization} goes to the first address's server only.
     *
     * @throws HttpFailure also when it is led on and on
     */
    public HttpAnswer follow(URI address, Map<String, String> headers, Deadline deadline)
            throws IOException, InterruptedException {
        URI place = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpAnswer answer = get(place, sameServer(address, place) ? headers : anonymous(headers), deadline);
            String next = answer.header("Location");
            if (!REDIRECTS.contains(answer.status()) || next.isEmpty()) {
                return answer;
            }
            answer.close();
            place = next(place, next);
        }
        throw HttpFailure.of(address, "stopped after " + MOST_REDIRECTS + " redirects", null);
    }

    private static URI next(URI place, String location) throws HttpFailure {
        try {
            URI next = place.resolve(location);
            if (Set.of("http", "https").contains(String.valueOf(next.getScheme())) && next.getHost() != null) {
                return next;
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw HttpFailure.of(place, "the server redirects to an address that is none of http or https", null);
    }

    private static boolean sameServer(URI one, URI other) {
        return one.getScheme().equals(other.getScheme()) && one.getAuthority().equalsIgnoreCase(other.getAuthority());
    }

    private static Map<String, String> anonymous(Map<String, String> headers) {
        Map<String, String> kept = new LinkedHashMap<>(headers);
        kept.keySet().removeIf("Authorization"::equalsIgnoreCase);
        return kept;
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
