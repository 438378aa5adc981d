package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.RequestSink;
import io.fluxj.testkit.RequestSink.Reply;
import io.fluxj.testkit.golden.Places.Notation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recordings that are lists of cases: an input with addresses, and the requests that it leads to. */
final class CasesTest {
    private static final JsonNode CASE = Yaml.parse("""
            provider: {spec: {address: "${SINK}/hooks?a=b"}}
            requests:
            - method: POST
              path: /hooks?a=b
              headers: {Content-Type: application/json, x-id: "${ANY}"}
              body: {text: hello, tags: [a, b]}
            - method: POST
              path: /form
              form: {user: "a b", pass: "&"}
              bodyRaw: user=a+b&pass=%26
            """);

    @Test
    void comparesTheRequestsThatArrived() throws Exception {
        try (RequestSink sink = RequestSink.start(request -> new Reply(202, "taken"));
                HttpClient http = HttpClient.newHttpClient()) {
            JsonNode input = Places.of(
                            Notation.DOLLAR, Map.of("SINK", sink.url().toString()))
                    .fill(CASE.path("provider"));
            String hooks = input.at("/spec/address").asText();

            assertThat(post(http, hooks, "application/json", "{\"text\":\"hello\",\"tags\":[\"a\",\"b\"]}"))
                    .isEqualTo("taken");
            post(http, sink.url() + "/form", "application/x-www-form-urlencoded", "user=a+b&pass=%26");

            assertThat(verdict(sink)).isEqualTo(new Verdict.Passed());

            post(http, hooks, "application/json", "{}");
            assertThat(verdict(sink)).isEqualTo(new Verdict.Differs("""
                      ...
                          user: a b
                        method: POST
                        path: /form
                    + - method: POST
                    +   path: /hooks?a=b
                    """));
        }
    }

    private static Verdict verdict(RequestSink sink) {
        JsonNode recorded = CASE.path("requests");
        return Verdict.of(new Comparison(Rules.parse(Yaml.parse("{}")))
                .difference(recorded, RequestsSeen.like(recorded, sink.requests())));
    }

    private static String post(HttpClient http, String url, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .header("X-Id", "whatever")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
