package io.fluxj.runtime.secret;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A GitHub App as a Secret describes it. Source: behaviour §0.2.
 *
 * @param appId number of the app, or its client id
 * @param installationId number of the installation; empty when its owner is named
 * @param installationOwner organization or user that installed the app; empty when the installation is named
 * @param privateKey in PEM form
 * @param baseUrl address of GitHub's API, without a slash at its end
 */
public record GitHubApp(
        String appId, String installationId, String installationOwner, String privateKey, String baseUrl) {
    /** The name that goes with a token. */
    public static final String USERNAME = "x-access-token";

    private static final String PUBLIC = "https://api.github.com";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** Whether a Secret is about a GitHub App. */
    public static boolean isIn(NamedSecret secret) {
        return secret.has("githubAppID");
    }

    /**
     * Reads {@code githubAppID}, {@code githubAppPrivateKey}, {@code githubAppInstallationID} or {@code githubAppInstallationOwner}, and
     * {@code githubAppBaseURL} if it is there.
     *
     * @throws SecretException when something is missing, doubled or malformed
     */
    public static GitHubApp require(NamedSecret secret) throws SecretException {
        String id = secret.text("githubAppInstallationID").strip();
        String owner = secret.text("githubAppInstallationOwner").strip();
        String app = secret.text("githubAppID").strip();
        String key = secret.text("githubAppPrivateKey");
        String usage = " to use github app authentication";
        check(NAME.matcher(app).matches(), "app ID or client ID must be provided" + usage);
        check(!id.isEmpty() || !owner.isEmpty(), "app installation owner or ID must be provided" + usage);
        check(id.isEmpty() || owner.isEmpty(), "only one of app installation owner or ID must be provided" + usage);
        check(id.isEmpty() || NUMBER.matcher(id).matches(), "githubAppInstallationID is not a number");
        check(owner.isEmpty() || NAME.matcher(owner).matches(), "githubAppInstallationOwner is not a name");
        check(!key.isBlank(), "private key must be provided" + usage);
        return new GitHubApp(
                app, id, owner, key, baseUrl(secret.text("githubAppBaseURL").strip()));
    }

    private static String baseUrl(String given) throws SecretException {
        if (given.isEmpty()) {
            return PUBLIC;
        }
        try {
            URI uri = URI.create(given);
            check(
                    ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null,
                    "githubAppBaseURL is not the address of an API; write https://host/api/v3");
            return given.replaceFirst("/+$", "");
        } catch (IllegalArgumentException malformed) {
            throw new SecretException("githubAppBaseURL is not a URL", malformed);
        }
    }

    private static void check(boolean holds, String otherwise) throws SecretException {
        if (!holds) {
            throw new SecretException(otherwise);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "GitHubApp[" + appId + ", " + installationId + installationOwner + ", " + baseUrl + "]";
    }
}
