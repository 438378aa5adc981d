package io.fluxj.runtime.identity.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tokens of Google Cloud. The controller's own come from the file that {@code GOOGLE_APPLICATION_CREDENTIALS} names (the key of a service account), or
 * from the machine; those of a service account of the cluster from its token, through GKE's identity pool or the provider that it names.
 * Source: behaviour §0.3, §11; Google Cloud, "Obtain short-lived credentials"; "Access to VM metadata".
 *
 * @param environment where to look
 */
public record GcpIdentity(CloudEnvironment environment) {
    static final String EMAIL = "iam.gke.io/gcp-service-account";
    static final String PROVIDER = "gcp.auth.fluxcd.io/workload-identity-provider";
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    private static final URI EXCHANGE = URI.create("https://sts.googleapis.com/v1/token");
    private static final String IMPERSONATION = "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/";
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9-]{1,63}@[a-z0-9.-]{1,200}\\.gserviceaccount\\.com");
    private static final Pattern POOL = Pattern.compile(
            "projects/[0-9]{1,30}/locations/global/workloadIdentityPools/[a-z0-9-]{4,32}/providers/[a-z0-9-]{4,32}");
    private static final JsonMapper JSON = new JsonMapper();

    /** For whom the cluster's tokens are, and what the exchange calls that. */
    private record Audience(String ofToken, String ofExchange) {}

    /** A token for all that somebody may do. */
    public AccessToken token(Principal who, Caller caller) throws IdentityException {
        String as = who instanceof Principal.Account account
                ? account.annotation(EMAIL) + "/" + account.annotation(PROVIDER)
                : "";
        return environment.cache().get("gcp/" + who.key() + "/" + as, () -> switch (who) {
            case Principal.Controller _ -> own(caller);
            case Principal.Account account -> exchanged(account, caller);
        });
    }

    private AccessToken own(Caller caller) throws IdentityException {
        Optional<String> file = environment.file("GOOGLE_APPLICATION_CREDENTIALS");
        return file.isPresent()
                ? ServiceAccountKey.parse(file.get()).token(SCOPE, caller, environment.clock())
                : token(metadata("instance/service-accounts/default/token"));
    }

    private AccessToken exchanged(Principal.Account account, Caller caller) throws IdentityException {
        Audience audience = audience(account);
        String email = email(account);
        Call call = Call.form(
                EXCHANGE,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "audience",
                        audience.ofExchange(),
                        "scope",
                        SCOPE,
                        "requested_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:jwt",
                        "subject_token",
                        account.tokens().token(audience.ofToken())));
        AccessToken token = token(caller.json(call));
        return email.isEmpty() ? token : impersonated(email, token, caller);
    }

    private static String email(Principal.Account account) throws IdentityException {
        String email = account.annotation(EMAIL);
        if (!email.isEmpty() && !ADDRESS.matcher(email).matches()) {
            throw new IdentityException("invalid " + EMAIL + " annotation: '" + email + "'");
        }
        return email;
    }

    private Audience audience(Principal.Account account) throws IdentityException {
        String provider = account.annotation(PROVIDER);
        if (!provider.isEmpty()) {
            if (!POOL.matcher(provider).matches()) {
                throw new IdentityException("invalid " + PROVIDER + " annotation: '" + provider + "'");
            }
            return new Audience("//iam.googleapis.com/" + provider, "//iam.googleapis.com/" + provider);
        }
        String project = metadata("project/project-id", false);
        String place = metadata("instance/attributes/cluster-location", false);
        String name = metadata("instance/attributes/cluster-name", false);
        String pool = project + ".svc.id.goog";
        return new Audience(
                pool,
                "identitynamespace:" + pool + ":https://container.googleapis.com/v1/projects/" + project + "/locations/"
                        + place + "/clusters/" + name);
    }

    private static AccessToken impersonated(String email, AccessToken token, Caller caller) throws IdentityException {
        JsonNode answer = caller.json(new Call(
                "POST",
                URI.create(IMPERSONATION + email + ":generateAccessToken"),
                Map.of("Authorization", "Bearer " + token.value(), "Content-Type", "application/json"),
                "{\"scope\":[\"" + SCOPE + "\"],\"lifetime\":\"3600s\"}"));
        try {
            String given = answer.path("accessToken").asText("");
            return new AccessToken(
                    given, Instant.parse(answer.path("expireTime").asText("")));
        } catch (DateTimeException malformed) {
            throw new IdentityException("the answer of Google does not say when its token expires", malformed);
        }
    }

    private JsonNode metadata(String path) throws IdentityException {
        try {
            return JSON.readTree(metadata(path, true));
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new IdentityException("the metadata server's answer is not JSON");
        }
    }

    private String metadata(String path, boolean secret) throws IdentityException {
        String host = environment.variable("GCE_METADATA_HOST").orElse("metadata.google.internal");
        URI address = URI.create("http://" + host + "/computeMetadata/v1/" + path);
        String answer = environment.metadata().ask(Call.get(address, Map.of("Metadata-Flavor", "Google")));
        if (!secret && !answer.strip().matches("[A-Za-z0-9._:-]{1,200}")) {
            throw new IdentityException("the metadata server's answer to " + path + " cannot be used");
        }
        return answer.strip();
    }

    private AccessToken token(JsonNode answer) throws IdentityException {
        String token = answer.path("access_token").asText("");
        long seconds = answer.path("expires_in").asLong(0);
        if (token.isEmpty() || seconds <= 0) {
            throw new IdentityException("the answer of Google holds no token");
        }
        return new AccessToken(token, environment.clock().instant().plusSeconds(seconds));
    }
}
