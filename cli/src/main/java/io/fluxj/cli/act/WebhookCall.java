package io.fluxj.cli.act;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Network;
import io.fluxj.cli.frame.Session;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One call of a webhook, sent again where that may help: the path of a Receiver is not known while its controller starts.
 *
 * @param headers what lets the caller in
 */
record WebhookCall(Session session, URI address, Map<String, String> headers, String body) {
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(404, 408, 429, 500, 502, 503, 504);
    private static final int LONGEST_ANSWER = 4096;

    private record Refusal(String message, boolean again) {}

    /**
     * Sends it until it is accepted.
     *
     * @param retries how often it is sent again at most
     * @param delay the time between two tries
     * @throws CommandFailure when it is refused, or was refused too often
     */
    void send(int retries, Duration delay) throws InterruptedException {
        Instant end = session.clock().instant().plus(session.timeout());
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build()) {
            for (int attempt = 1; ; attempt++) {
                Optional<Refusal> refusal = sendOnce(client);
                if (refusal.isEmpty()) {
                    return;
                }
                Refusal refused = refusal.get();
                boolean late = session.clock().instant().plus(delay).isAfter(end);
                if (!refused.again() || attempt > retries || late) {
                    throw new CommandFailure(refused.message());
                }
                session.terminal()
                        .waiting("%s; retrying in %s (%d/%d)"
                                .formatted(refused.message(), GoDuration.of(delay), attempt, retries));
                Thread.sleep(delay);
            }
        }
    }

    private Optional<Refusal> sendOnce(HttpClient client) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(session.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "fluxj")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                String said = new String(content.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).strip();
                return answer.statusCode() / 100 == 2
                        ? Optional.empty()
                        : Optional.of(refusal(answer.statusCode(), said));
            }
        } catch (IOException e) {
            return Optional.of(new Refusal(
                    "request to %s failed: %s"
                            .formatted(address, Network.reason(e).orElse(e.toString())),
                    true));
        }
    }

    private Refusal refusal(int status, String said) {
        return new Refusal(
                "request to %s failed with status %d%s".formatted(address, status, said.isEmpty() ? "" : ": " + said),
                WORTH_ANOTHER_TRY.contains(status));
    }
}
