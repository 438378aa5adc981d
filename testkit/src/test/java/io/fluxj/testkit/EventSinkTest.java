package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class EventSinkTest {
    @Test
    void keepsWhatIsPostedPerObject() throws Exception {
        try (EventSink sink = EventSink.start()) {
            int status = post(sink, """
                    {"involvedObject": {"kind": "GitRepository", "namespace": "a", "name": "b"}, "reason": "NewArtifact"}
                    """);
            post(sink, "{\"involvedObject\": {\"kind\": \"GitRepository\", \"namespace\": \"a\", \"name\": \"c\"}}");

            assertThat(status).isEqualTo(202);
            assertThat(sink.events()).hasSize(2);
            assertThat(sink.eventsAbout("GitRepository", "a", "b"))
                    .extracting(event -> event.path("reason").asText())
                    .containsExactly("NewArtifact");
            sink.clear();
            assertThat(sink.events()).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNotJson() throws Exception {
        try (EventSink sink = EventSink.start()) {
            assertThat(post(sink, "{")).isEqualTo(400);
            assertThat(sink.events()).isEqualTo(java.util.List.<JsonNode>of());
        }
    }

    @Test
    void keepsWhatAControllerRepeatsForLackOfAnAnswerOnce() throws Exception {
        AtomicLong now = new AtomicLong();
        try (EventSink sink = EventSink.start(now::get)) {
            post(sink, "{\"message\": \"told\", \"timestamp\": \"2026-01-01T00:00:00Z\"}");
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            int status = post(sink, "{\"message\": \"told\", \"timestamp\": \"2026-01-01T00:00:00Z\"}");
            post(sink, "{\"message\": \"told\", \"timestamp\": \"2026-01-01T00:00:01Z\"}");

            assertThat(status).isEqualTo(202);
            assertThat(sink.events())
                    .extracting(event -> event.path("timestamp").asText())
                    .containsExactly("2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z");
        }
    }

    /** A controller that tells the same twice is at fault. */
    @Test
    void keepsWhatIsToldTwiceAtOnceTwice() throws Exception {
        try (EventSink sink = EventSink.start(() -> 0)) {
            post(sink, "{\"message\": \"told\"}");
            post(sink, "{\"message\": \"told\"}");

            assertThat(sink.events()).hasSize(2);
        }
    }

    private static int post(EventSink sink, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(sink.url())
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
