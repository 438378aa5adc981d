package io.fluxj.automation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * Merge requests of GitLab. Source: GitLab, REST API, "Merge requests".
 *
 * @param repository where; GitLab takes its whole path as one part of an address
 */
record GitLabRequests(HostApi api, RepositoryPath repository) implements RequestHost {
    @Override
    public Optional<OpenRequest> find(RequestBranches branches) throws RequestException, InterruptedException {
        JsonNode found = api.get(path() + "?state=opened&source_branch=" + Escape.part(branches.head())
                + "&target_branch=" + Escape.part(branches.base()));
        for (JsonNode request : found) {
            if (request.path("source_project_id").equals(request.path("target_project_id"))) {
                return Optional.of(request(request));
            }
        }
        return Optional.empty();
    }

    @Override
    public OpenRequest open(RequestBranches branches, RequestText text) throws RequestException, InterruptedException {
        return request(api.ask(
                "POST",
                path(),
                Map.of(
                        "title",
                        text.title(),
                        "description",
                        text.body(),
                        "source_branch",
                        branches.head(),
                        "target_branch",
                        branches.base())));
    }

    @Override
    public void update(OpenRequest request, RequestText text) throws RequestException, InterruptedException {
        var _ = api.ask("PUT", path(request), Map.of("title", text.title(), "description", text.body()));
    }

    @Override
    public void close(OpenRequest request) throws RequestException, InterruptedException {
        var _ = api.ask("PUT", path(request), Map.of("state_event", "close"));
    }

    private String path() {
        return "/projects/" + Escape.part(repository.path()) + "/merge_requests";
    }

    private String path(OpenRequest request) {
        return path() + "/" + request.number();
    }

    private static OpenRequest request(JsonNode request) {
        return new OpenRequest(
                request.path("iid").asLong(),
                request.path("web_url").asText(),
                new RequestText(
                        request.path("title").asText(),
                        request.path("description").asText("")));
    }
}
