package io.fluxj.runtime.identity.gcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.net.tls.Pem;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.IdentityException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * The key of a service account of Google Cloud. Source: Google, "Using OAuth 2.0 for Server to Server Applications".
 *
 * @param email of the account
 * @param key in PEM form; shown by nothing
 */
public record ServiceAccountKey(String email, String key) {
    private static final URI TOKENS = URI.create("https://oauth2.googleapis.com/token");
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final long LIFETIME = 3600;
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads a file as Google writes it. The address for tokens that it names does not count, for whoever wrote it would get what proves who we are. */
    public static ServiceAccountKey parse(String json) throws IdentityException {
        try {
            JsonNode file = JSON.readTree(json);
            String type = file.path("type").asText("");
            if (!type.equals("service_account")) {
                throw new IdentityException("the credentials of Google Cloud are of the type '" + type
                        + "', of which only 'service_account' can be used");
            }
            return new ServiceAccountKey(
                    file.path("client_email").asText(""),
                    file.path("private_key").asText(""));
        } catch (JsonProcessingException malformed) {
            // its message would show what stands around the fault
            throw new IdentityException("the credentials of Google Cloud are not JSON");
        }
    }

    /** A token of the account. */
    public AccessToken token(String scope, Caller caller, Clock clock) throws IdentityException {
        Instant now = clock.instant();
        JsonNode answer = caller.json(Call.form(TOKENS, Map.of("grant_type", GRANT, "assertion", proof(scope, now))));
        String token = answer.path("access_token").asText("");
        if (token.isEmpty()) {
            throw new IdentityException("the answer of Google holds no token");
        }
        return new AccessToken(token, now.plusSeconds(answer.path("expires_in").asLong(0)));
    }

    private String proof(String scope, Instant now) throws IdentityException {
        long issued = now.getEpochSecond();
        String claims = JSON.createObjectNode()
                .put("iss", email)
                .put("scope", scope)
                .put("aud", TOKENS.toString())
                .put("iat", issued)
                .put("exp", issued + LIFETIME)
                .toString();
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Pem.privateKey(key));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IdentityException("the private key of the service account is no RSA key in PEM form", unusable);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServiceAccountKey[" + email + "]";
    }
}
