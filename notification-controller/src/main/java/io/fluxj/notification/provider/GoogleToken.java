package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.net.tls.Pem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * A token for Google's interfaces: of the service account whose key is given, else of the machine's. Source: RFC 7523; Google, "Using OAuth 2.0 for
 * Server to Server Applications".
 *
 * @param key of a service account, as JSON; empty to ask the machine
 */
record GoogleToken(String key) {
    private static final String SCOPE = "https://www.googleapis.com/auth/pubsub";
    private static final String TOKENS = "https://oauth2.googleapis.com/token";
    private static final URI MACHINE =
            URI.create("http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token");
    private static final long LIFETIME = 600;

    String fetch(Line line) throws DeliveryFailure, InterruptedException {
        Reply reply = line.once(key.isEmpty() ? Request.get(MACHINE).with("Metadata-Flavor", "Google") : exchange());
        String token = reply.json().path("access_token").asText();
        if (!reply.isOk() || token.isEmpty()) {
            throw new DeliveryFailure("no token is to be had from Google: " + StatusText.of(reply.status()));
        }
        return token;
    }

    private Request exchange() throws DeliveryFailure {
        JsonNode account = new Reply(0, key).json();
        if (!account.path("type").asText().equals("service_account")) {
            throw new DeliveryFailure(
                    "the token in the Secret is no key of a service account: write the JSON file that Google gave for it");
        }
        String place = account.path("token_uri").asText(TOKENS);
        URI tokens = Address.parse(place, "the token_uri of the service account cannot be used: ", "");
        return Request.form(
                tokens,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        "assertion",
                        assertion(account, place)));
    }

    private static String assertion(JsonNode account, String audience) throws DeliveryFailure {
        long now = Instant.now().getEpochSecond();
        String claims = Json.object(
                        "iss", account.path("client_email").asText(),
                        "scope", SCOPE,
                        "aud", audience,
                        "iat", now,
                        "exp", now + LIFETIME)
                .toString();
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Pem.privateKey(account.path("private_key").asText()));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException | IOException unusable) {
            throw new DeliveryFailure("the private_key of the service account is no RSA key in PEM form");
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "GoogleToken";
    }
}
