package io.fluxj.runtime.events;

import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.peer.PeerHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * POSTs events: 5 s for each try, four more tries with growing pauses when there is no answer or one of 5xx; 429 means that the receiver has had the
 * same event already. What a leader has to say that has lost its lease is not told. Source: flags-endpoints §4.
 */
final class EventPosts implements EventOutlet {
    private static final Logger LOG = LoggerFactory.getLogger(EventPosts.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int RETRIES = 4;
    private static final int REDIRECTION = 300;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final URI address;
    private final EventPayload payload;
    private final PeerHttp http;
    private final WriteFence fence;
    private final Duration firstPause;

    EventPosts(URI address, EventPayload payload, PeerHttp http, WriteFence fence, Duration firstPause) {
        this.address = address;
        this.fence = fence;
        this.payload = payload;
        this.http = http;
        this.firstPause = firstPause;
    }

    static EventPosts to(URI url, PostAddress address, EventPayload payload) {
        return new EventPosts(url, payload, address.http().get(), address.fence(), Duration.ofSeconds(1));
    }

    static HttpClient client(EnvironmentProxies proxies) {
        return HttpClient.newBuilder()
                .proxy(proxies)
                .authenticator(proxies.authenticator())
                .connectTimeout(TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public void send(FluxEvent event) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(payload.of(event).toString()))
                .build();
        Duration pause = firstPause;
        Answer answer = attempt(request);
        for (int retry = 0; retry < RETRIES && answer.mayPass(); retry++) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
            answer = attempt(request);
        }
        if (!answer.problem().isEmpty()) {
            LOG.atError()
                    .addKeyValue("error", answer.problem())
                    .log("unable to post the event to {}", address.getHost());
        }
    }

    /** What is wrong, if anything, and whether another try may help. */
    private record Answer(String problem, boolean mayPass) {}

    private Answer attempt(HttpRequest request) throws InterruptedException {
        fence.requireOpen();
        try {
            int code =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (code < REDIRECTION || code == TOO_MANY_REQUESTS) {
                return new Answer("", false);
            }
            return new Answer("the receiver answered " + code, code >= SERVER_ERROR && code != NOT_IMPLEMENTED);
        } catch (IOException unreachable) {
            return new Answer(
                    "the receiver did not answer: " + unreachable.getClass().getSimpleName(), true);
        }
    }
}
