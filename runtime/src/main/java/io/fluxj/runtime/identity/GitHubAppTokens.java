package io.fluxj.runtime.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.net.tls.Pem;
import io.fluxj.runtime.secret.GitHubApp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tokens of GitHub Apps' installations. Source: behaviour §11; GitHub, "Authenticating as a GitHub App installation". */
public final class GitHubAppTokens {
    /** Clocks differ; GitHub refuses a token from the future. */
    private static final long EARLIER = 30;

    private static final long LIFETIME = 120;

    private final TokenCache cache;
    private final Clock clock;

    /** Keeps tokens in a cache. */
    public GitHubAppTokens(TokenCache cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * The token of an installation, to be used as the password of {@link GitHubApp#USERNAME}.
     *
     * @throws IdentityException when GitHub does not give one, or the private key is none
     */
    public AccessToken token(GitHubApp app, HttpRoute route) throws IdentityException {
        return cache.get("github/" + fingerprint(app), () -> issue(app, route));
    }

    private AccessToken issue(GitHubApp app, HttpRoute route) throws IdentityException {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + proof(app),
                "Accept",
                "application/vnd.github.v3+json",
                "X-GitHub-Api-Version",
                "2022-11-28");
        String path = "/app/installations/" + installation(app, headers, route) + "/access_tokens";
        JsonNode answer = new JsonCall("POST", address(app, path), withContent(headers), "null").send(route);
        String token = answer.path("token").asText();
        if (token.isEmpty()) {
            throw new IdentityException("GitHub's answer holds no token");
        }
        return new AccessToken(token, expiry(answer.path("expires_at").asText()));
    }

    /** Without wishes for the token, GitHub's own client sends null. */
    private static Map<String, String> withContent(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", "application/json");
        return all;
    }

    /** An organization's, else a user's. */
    private static String installation(GitHubApp app, Map<String, String> headers, HttpRoute route)
            throws IdentityException {
        if (!app.installationId().isEmpty()) {
            return app.installationId();
        }
        try {
            return find(app, "/orgs/" + app.installationOwner() + "/installation", headers, route);
        } catch (IdentityException noOrganization) {
            try {
                return find(app, "/users/" + app.installationOwner() + "/installation", headers, route);
            } catch (IdentityException noUser) {
                throw new IdentityException(
                        "failed to find organization installation: " + noOrganization.message()
                                + "; failed to find user installation: " + noUser.message(),
                        noUser);
            }
        }
    }

    private static String find(GitHubApp app, String path, Map<String, String> headers, HttpRoute route)
            throws IdentityException {
        String id = new JsonCall("GET", address(app, path), headers, "")
                .send(route)
                .path("id")
                .asText();
        if (id.isEmpty()) {
            throw new IdentityException("GitHub's answer holds no id of an installation");
        }
        return id;
    }

    private static URI address(GitHubApp app, String path) {
        return URI.create(app.baseUrl() + path);
    }

    private static Instant expiry(String text) throws IdentityException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new IdentityException("GitHub's answer does not say when its token expires", malformed);
        }
    }

    /** A JSON web token by which the app says that it is itself. */
    private String proof(GitHubApp app) throws IdentityException {
        long issued = clock.instant().getEpochSecond() - EARLIER;
        String claims = "{\"iat\":" + issued + ",\"exp\":" + (issued + LIFETIME) + ",\"iss\":\"" + app.appId() + "\"}";
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Pem.privateKey(app.privateKey()));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IdentityException("could not parse private key: it is no RSA key in PEM form", unusable);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever knows other data gets no token that was asked for with these. */
    private static String fingerprint(GitHubApp app) throws IdentityException {
        String all = String.join(
                "\0", app.appId(), app.installationId(), app.installationOwner(), app.baseUrl(), app.privateKey());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IdentityException("no SHA-256", impossible);
        }
    }
}
