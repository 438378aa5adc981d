package io.fluxj.cli.act;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.cli.frame.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The identity token of the GitHub or Forgejo workflow that this process runs in. */
record WorkflowIdentity(Map<String, String> environment) {
    private static final String URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A token for an audience. */
    String token(String audience) {
        URI address = URI.create(variable(URL) + (variable(URL).contains("?") ? "&" : "?") + "audience="
                + URLEncoder.encode(audience, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + variable(TOKEN))
                .header("Accept", "application/json")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String token =
                    new ObjectMapper().readTree(answer.body()).path("value").asText("");
            if (answer.statusCode() != 200 || token.isEmpty()) {
                throw new CommandFailure(
                        "the workflow's identity provider answered %d and no token".formatted(answer.statusCode()));
            }
            return token;
        } catch (IOException e) {
            throw new CommandFailure("the workflow's identity token cannot be fetched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }

    private String variable(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new CommandFailure(
                    "%s is not set: does the workflow have the permission 'id-token: write'?".formatted(name));
        }
        return value;
    }
}
