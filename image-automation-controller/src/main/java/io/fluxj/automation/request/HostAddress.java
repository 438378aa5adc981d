package io.fluxj.automation.request;

import io.fluxj.api.image.v1.PullRequestProvider;
import io.fluxj.git.GitUrl;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the API of a host is.
 *
 * @param base without a slash at its end
 * @param isRepositorys whether it is at the same server as the repository, so that the repository's own token may go there
 */
record HostAddress(String base, boolean isRepositorys) {
    private static final String GITHUB = "github.com";

    /** Worked out from the address of the repository. */
    static HostAddress of(PullRequestProvider provider, GitUrl url) {
        String server = url.isSsh() ? "https://" + url.host() : url.scheme() + "://" + url.place();
        return new HostAddress(
                switch (provider) {
                    case GITHUB -> url.host().equalsIgnoreCase(GITHUB) ? "https://api.github.com" : server + "/api/v3";
                    case GITLAB -> server + "/api/v4";
                    case GITEA -> server + "/api/v1";
                },
                true);
    }

    /** As a spec says. */
    static HostAddress of(String text, GitUrl url) throws RequestException {
        try {
            URI address = new URI(text);
            boolean isHttp = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (!isHttp || address.getHost() == null) {
                throw new RequestException(
                        "spec.git.push.pullRequest.address must begin with https:// or http:// and name a host");
            }
            if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
                throw new RequestException("spec.git.push.pullRequest.address must not hold a name, password, query or"
                        + " fragment; the token belongs into the Secret of secretRef");
            }
            return new HostAddress(text.replaceFirst("/+$", ""), isSameServer(address, url));
        } catch (URISyntaxException malformed) {
            // its message would repeat the address, which may hold a password
            throw new RequestException("spec.git.push.pullRequest.address is no address: " + malformed.getReason());
        }
    }

    /** Encrypted for a repository that is, and at the same host and port. */
    private static boolean isSameServer(URI address, GitUrl url) {
        int port =
                address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        return !url.isSsh()
                && address.getScheme().equals(url.scheme())
                && address.getHost().equalsIgnoreCase(url.host())
                && port == url.port();
    }
}
