package io.fluxj.automation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Pull requests of Gitea and Forgejo, whose list cannot be narrowed to branches. Source: Gitea, API, "repository".
 *
 * @param pulls where
 */
record GiteaRequests(Pulls pulls) implements RequestHost {
    private static final int PER_PAGE = 50;
    private static final int MOST_PAGES = 40;

    @Override
    public Optional<OpenRequest> find(RequestBranches branches) throws RequestException, InterruptedException {
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode found =
                    pulls.api().get(pulls.path() + "?state=open&sort=recentupdate&page=" + page + "&limit=" + PER_PAGE);
            for (JsonNode request : found) {
                if (isBetween(request, branches)) {
                    return Optional.of(Pulls.request(request));
                }
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Requests out of others' copies of the repository have branches of the same names. */
    private static boolean isBetween(JsonNode request, RequestBranches branches) {
        return request.at("/head/ref").asText().equals(branches.head())
                && request.at("/base/ref").asText().equals(branches.base())
                && request.at("/head/repo_id").equals(request.at("/base/repo_id"));
    }

    @Override
    public OpenRequest open(RequestBranches branches, RequestText text) throws RequestException, InterruptedException {
        return pulls.open(branches, text);
    }

    @Override
    public void update(OpenRequest request, RequestText text) throws RequestException, InterruptedException {
        pulls.update(request, text);
    }

    @Override
    public void close(OpenRequest request) throws RequestException, InterruptedException {
        pulls.close(request);
    }
}
