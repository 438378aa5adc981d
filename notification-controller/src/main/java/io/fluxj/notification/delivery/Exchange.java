package io.fluxj.notification.delivery;

import io.fluxj.net.address.AddressRule;
import io.fluxj.net.http.Deadline;
import io.fluxj.notification.provider.Reply;
import io.fluxj.notification.provider.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request and its answer, wherever the server leads, as Go's client follows. What is sent along for one server goes to no other. */
final class Exchange {
    private static final int MOST_REDIRECTS = 10;
    private static final int LARGEST = 1 << 20;
    private static final Set<Integer> WITHOUT_BODY = Set.of(301, 302, 303);
    private static final Set<Integer> AS_IT_IS = Set.of(307, 308);
    /** Whatever else is sent along may be a secret of the Provider, which is for its server alone. */
    private static final Set<String> OF_ANY_SERVER =
            Set.of("accept", "content-type", "gotk-component", "idempotency-key", "x-signature");

    private static final String CLOUD_EVENT = "ce-";

    private final HttpClient http;
    private final AddressRule addresses;

    Exchange(HttpClient http, AddressRule addresses) {
        this.http = http;
        this.addresses = addresses;
    }

    /** Nothing that another attempt could mend. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * An answer.
     *
     * @param retryAfter seconds; empty when the server does not say
     */
    record Answer(Reply reply, Optional<Long> retryAfter) {
        private static final int TOO_MANY = 429;
        private static final int SERVER_ERROR = 500;
        private static final int NOT_IMPLEMENTED = 501;

        /** Whether another attempt may be answered better. */
        boolean mayPass() {
            int status = reply.status();
            return status == TOO_MANY || (status >= SERVER_ERROR && status != NOT_IMPLEMENTED);
        }
    }

    Answer send(Request request, Deadline deadline) throws IOException, InterruptedException {
        Request next = request;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<InputStream> response = ask(next, deadline);
            try (InputStream body = response.body()) {
                Optional<Request> followed = follow(next, response);
                if (followed.isEmpty()) {
                    return new Answer(
                            new Reply(
                                    response.statusCode(),
                                    new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8)),
                            retryAfter(response));
                }
                next = followed.get();
            }
        }
        throw new Refused("stopped after " + MOST_REDIRECTS + " redirects");
    }

    private HttpResponse<InputStream> ask(Request request, Deadline deadline) throws IOException, InterruptedException {
        if (!addresses.allowsAll()) {
            try {
                var _ = addresses.resolve(request.address().getHost());
            } catch (IOException refused) {
                throw new Refused(String.valueOf(refused.getMessage()));
            }
        }
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(request.address())
                    .timeout(deadline.left())
                    .header("User-Agent", "Fluxj")
                    .method(request.method(), body(request));
            request.headers().forEach(builder::setHeader);
            return http.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException unusable) {
            throw new Refused("the address or a header cannot be used: " + unusable.getMessage());
        }
    }

    private static HttpRequest.BodyPublisher body(Request request) {
        return request.body().hasRemaining()
                ? HttpRequest.BodyPublishers.ofByteArray(request.bytes())
                : HttpRequest.BodyPublishers.noBody();
    }

    private static Optional<Request> follow(Request request, HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        String location = response.headers().firstValue("Location").orElse("");
        if (location.isEmpty() || (!WITHOUT_BODY.contains(status) && !AS_IT_IS.contains(status))) {
            return Optional.empty();
        }
        URI next = next(request.address(), location);
        Request moved = AS_IT_IS.contains(status)
                ? new Request(request.method(), next, request.headers(), request.body())
                : withoutBody(request, next);
        return Optional.of(sameServer(request.address(), next) ? moved : anonymous(moved));
    }

    private static Request withoutBody(Request request, URI next) {
        String method = request.method().equals("HEAD") ? "HEAD" : "GET";
        Request moved = new Request(method, next, request.headers(), new byte[0]);
        moved.headers().remove("Content-Type");
        return moved;
    }

    private static URI next(URI place, String location) throws Refused {
        try {
            URI next = place.resolve(location);
            if (Set.of("http", "https").contains(String.valueOf(next.getScheme())) && next.getHost() != null) {
                return next;
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw new Refused("the server redirects to an address that is none of http or https");
    }

    private static boolean sameServer(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
    }

    private static Request anonymous(Request request) {
        Map<String, String> headers = request.headers();
        headers.keySet().removeIf(name -> !isOfAnyServer(name.toLowerCase(Locale.ROOT)));
        return request;
    }

    private static boolean isOfAnyServer(String name) {
        return OF_ANY_SERVER.contains(name) || name.startsWith(CLOUD_EVENT);
    }

    private static Optional<Long> retryAfter(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        if (status != 429 && status != 503) {
            return Optional.empty();
        }
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(Long::valueOf)
                    .filter(seconds -> seconds >= 0);
        } catch (NumberFormatException date) {
            return Optional.empty();
        }
    }
}
