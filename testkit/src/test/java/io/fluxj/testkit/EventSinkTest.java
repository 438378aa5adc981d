package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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

    private static int post(EventSink sink, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(sink.url())
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
