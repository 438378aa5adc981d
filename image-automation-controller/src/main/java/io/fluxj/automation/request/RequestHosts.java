package io.fluxj.automation.request;

import io.fluxj.api.image.v1.PullRequest;
import io.fluxj.api.image.v1.PullRequestProvider;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.net.http.HttpReader;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The host of a repository, for as long as it is open.
 *
 * @param host what is asked
 * @param http the way there
 */
public record RequestHosts(RequestHost host, HttpReader http) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The host that a spec names, reached as the repository is.
     *
     * @param token from the spec's own Secret; empty for that of the repository
     * @throws RequestException when the spec cannot be followed, or there is no token
     */
    public static RequestHosts open(PullRequest spec, GitAccess access, String token) throws RequestException {
        PullRequestProvider provider = spec.provider()
                .known()
                .orElseThrow(() -> new RequestException("spec.git.push.pullRequest.provider is not known: "
                        + spec.provider().text()));
        String address = Objects.requireNonNullElse(spec.address(), "");
        HostAddress place =
                address.isEmpty() ? HostAddress.of(provider, access.url()) : HostAddress.of(address, access.url());
        RepositoryPath repository = RepositoryPath.of(access.url());
        String secret = token.isEmpty() ? ofRepository(place, access) : token;
        try {
            HttpReader http = HttpReader.open(access.tls(), access.proxies());
            HostApi api = new HostApi(http, place.base(), headers(provider, secret), PATIENCE);
            return new RequestHosts(host(provider, api, repository), http);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new RequestException(
                    "the certificates of the GitRepository cannot be used: " + unusable.getMessage());
        }
    }

    private static String ofRepository(HostAddress place, GitAccess access) throws RequestException {
        String token =
                switch (access.credentials()) {
                    case GitCredentials.Bearer bearer -> bearer.token();
                    case GitCredentials.Basic basic -> basic.password();
                    case GitCredentials.OverSsh _, GitCredentials.None _ -> "";
                };
        if (token.isEmpty()) {
            throw new RequestException(
                    "there is no token for the API of the host: name a Secret with the key 'token' in"
                            + " spec.git.push.pullRequest.secretRef");
        }
        if (!place.isRepositorys()) {
            throw new RequestException(
                    "the token of the repository is for its own server alone: name a Secret with the key"
                            + " 'token' in spec.git.push.pullRequest.secretRef");
        }
        return token;
    }

    private static RequestHost host(PullRequestProvider provider, HostApi api, RepositoryPath repository) {
        return switch (provider) {
            case GITEA -> new GiteaRequests(new Pulls(api, repository));
            case GITHUB -> new GitHubRequests(new Pulls(api, repository));
            case GITLAB -> new GitLabRequests(api, repository);
        };
    }

    private static Map<String, String> headers(PullRequestProvider provider, String token) {
        return switch (provider) {
            case GITEA -> Map.of("Authorization", "token " + token, "Accept", "application/json");
            case GITHUB ->
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Accept",
                        "application/vnd.github+json",
                        "X-GitHub-Api-Version",
                        "2022-11-28",
                        "User-Agent",
                        "fluxj");
            case GITLAB -> Map.of("PRIVATE-TOKEN", token, "Accept", "application/json");
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
