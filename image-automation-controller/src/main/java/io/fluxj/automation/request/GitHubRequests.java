package io.fluxj.automation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Pull requests of GitHub. Source: GitHub, REST API, "Pull requests".
 *
 * @param pulls where
 */
record GitHubRequests(Pulls pulls) implements RequestHost {
    @Override
    public Optional<OpenRequest> find(RequestBranches branches) throws RequestException, InterruptedException {
        String head = pulls.repository().owner() + ":" + branches.head();
        JsonNode found = pulls.api()
                .get(pulls.path() + "?state=open&head=" + Escape.part(head) + "&base=" + Escape.part(branches.base()));
        return found.path(0).isObject() ? Optional.of(Pulls.request(found.path(0))) : Optional.empty();
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
