package io.fluxj.runtime.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * Sends to {@code http://} addresses over TLS, with a token, on the same port. The token goes to none but a server that the installation's authority vouches
 * for. In audit, a server with which TLS does not come about is asked over plain HTTP, and for a minute at once.
 */
final class SecuredCalls implements PeerHttp {
    private static final int HTTP_PORT = 80;
    private static final long PLAIN_FOR = Duration.ofMinutes(1).toNanos();

    /** More are asked both ways each time. */
    private static final int PLAIN_PEERS = 256;

    private final HttpClient plain;
    private final HttpClient secure;
    private final PeerMode mode;
    private final PeerToken token;
    private final PeerReports reports;
    private final Map<String, Long> plainSince = new ConcurrentHashMap<>();

    SecuredCalls(HttpClient plain, HttpClient secure, PeerMode mode, PeerToken token, PeerReports reports) {
        this.plain = plain;
        this.secure = secure;
        this.mode = mode;
        this.token = token;
        this.reports = reports;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        // An address of HTTPS says itself whom to trust, and is nobody's of the installation.
        if (!"http".equals(request.uri().getScheme())) {
            return plain.send(request, body);
        }
        String peer = peer(request.uri());
        if (isKnownToBePlain(peer)) {
            reports.called(peer, PeerReports.PLAIN);
            return plain.send(request, body);
        }
        try {
            HttpResponse<T> answer = secure.send(secured(request, peer), body);
            reports.called(peer, PeerReports.TLS);
            return answer;
        } catch (SSLException | HttpConnectTimeoutException refused) {
            return withoutTls(request, body, refused);
        }
    }

    /** The handshake failed, or did not come to its end: nothing of the request was sent. */
    private <T> HttpResponse<T> withoutTls(HttpRequest request, HttpResponse.BodyHandler<T> body, IOException why)
            throws IOException, InterruptedException {
        String peer = peer(request.uri());
        if (mode == PeerMode.enforced) {
            reports.callRefused(peer, why);
            throw new PeerRefused(
                    peer + " does not prove by TLS that it is a controller of this installation ("
                            + PeerReports.reason(why) + "), which --peer-security=enforced asks for",
                    why);
        }
        reports.calledPlainly(peer, why);
        if (plainSince.size() < PLAIN_PEERS) {
            plainSince.put(peer, System.nanoTime());
        }
        return plain.send(request, body);
    }

    private boolean isKnownToBePlain(String peer) {
        Long since = plainSince.get(peer);
        if (since == null || mode == PeerMode.enforced) {
            return false;
        }
        if (System.nanoTime() - since < PLAIN_FOR) {
            return true;
        }
        plainSince.remove(peer);
        return false;
    }

    private HttpRequest secured(HttpRequest request, String peer) {
        String path = request.uri().getRawPath();
        String query = request.uri().getRawQuery();
        HttpRequest.Builder secured = HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(URI.create("https://" + peer + path + (query == null ? "" : "?" + query)));
        token.current().ifPresent(proof -> secured.setHeader("Authorization", "Bearer " + proof));
        return secured.build();
    }

    /** Without the dot at its end, which no name in TLS has. */
    private static String peer(URI address) {
        String host = String.valueOf(address.getHost());
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name + ":" + (address.getPort() < 0 ? HTTP_PORT : address.getPort());
    }
}
