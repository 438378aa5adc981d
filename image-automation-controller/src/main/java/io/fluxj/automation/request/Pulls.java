package io.fluxj.automation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What is the same with GitHub and those that took its API over.
 *
 * @param repository where
 */
record Pulls(HostApi api, RepositoryPath repository) {
    String path() {
        return "/repos/" + repository.escaped() + "/pulls";
    }

    OpenRequest open(RequestBranches branches, RequestText text) throws RequestException, InterruptedException {
        return request(api.ask(
                "POST",
                path(),
                Map.of("title", text.title(), "body", text.body(), "head", branches.head(), "base", branches.base())));
    }

    void update(OpenRequest request, RequestText text) throws RequestException, InterruptedException {
        patch(request, Map.of("title", text.title(), "body", text.body()));
    }

    void close(OpenRequest request) throws RequestException, InterruptedException {
        patch(request, Map.of("state", "closed"));
    }

    private void patch(OpenRequest request, Map<String, String> fields) throws RequestException, InterruptedException {
        var _ = api.ask("PATCH", path() + "/" + request.number(), fields);
    }

    static OpenRequest request(JsonNode request) {
        return new OpenRequest(
                request.path("number").asLong(),
                request.path("html_url").asText(),
                new RequestText(
                        request.path("title").asText(), request.path("body").asText("")));
    }
}
