package io.fluxj.notification.event;

import io.fluxj.runtime.http.BodyRefused;
import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.HttpRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events, whatever the method and the path, as Flux does. Source: flags-endpoints §4. */
public final class EventEndpoint implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EventEndpoint.class);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final RateLimit limit;
    private final Clock clock;
    private final Inbox inbox;

    /**
     * An endpoint.
     *
     * @param interval in which equal events count once
     */
    public EventEndpoint(Duration interval, Clock clock, Inbox inbox) {
        this.limit = new RateLimit(interval, clock);
        this.clock = clock;
        this.inbox = inbox;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws IOException {
        byte[] body;
        try {
            body = request.body().read();
        } catch (BodyRefused refused) {
            LOG.atError().addKeyValue("error", refused.getMessage()).log("reading the request body failed");
            return HttpAnswer.empty(refused.status()).with("Connection", "close");
        }
        try {
            return take(MetadataRules.cleaned(EventReader.read(body)), body.length);
        } catch (MalformedEvent malformed) {
            LOG.atError().addKeyValue("error", malformed.message()).log("decoding the request body failed");
            return HttpAnswer.empty(BAD_REQUEST);
        }
    }

    private HttpAnswer take(Event event, int bytes) {
        RateLimit.Verdict verdict = limit.ask(EventKey.of(event));
        if (!verdict.allowed()) {
            LOG.info("Discarding event, rate limiting duplicate events");
            return limited(verdict.until());
        }
        if (!inbox.offer(event.withoutToken(), bytes)) {
            LOG.warn("Discarding event, too many events wait to be dispatched");
            return limited(clock.instant().plus(SOON));
        }
        return told(HttpAnswer.empty(ACCEPTED), verdict.until());
    }

    private static HttpAnswer limited(Instant until) {
        HttpAnswer answer = HttpAnswer.text(TOO_MANY_REQUESTS, "Too Many Requests\n")
                .with("X-Content-Type-Options", "nosniff")
                .with("Retry-After", HTTP_DATE.format(until));
        return told(answer, until);
    }

    private static HttpAnswer told(HttpAnswer answer, Instant until) {
        return answer.with("X-Ratelimit-Limit", "1")
                .with("X-Ratelimit-Remaining", "0")
                .with("X-Ratelimit-Reset", HTTP_DATE.format(until));
    }
}
