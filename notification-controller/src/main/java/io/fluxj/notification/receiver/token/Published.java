package io.fluxj.notification.receiver.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an issuer publishes of itself.
 *
 * @param keysAddress where its keys are
 * @param algorithms which it signs with, in its order
 */
record Published(String keysAddress, List<Algorithm> algorithms) {
    Published {
        algorithms = List.copyOf(algorithms);
    }

    /** The discovery document of an issuer. Source: OpenID Connect Discovery 1.0 §4. */
    static Published discover(Documents documents, String issuer) throws TokenRefused, InterruptedException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode document = documents.fetch(base + "/.well-known/openid-configuration");
        String said = document.path("issuer").asText("");
        if (!said.equals(issuer)) {
            throw new TokenRefused(
                    "oidc: issuer URL provided to client (\"%s\") did not match the issuer URL returned by provider (\"%s\")"
                            .formatted(issuer, said));
        }
        return new Published(document.path("jwks_uri").asText(""), algorithms(document));
    }

    private static List<Algorithm> algorithms(JsonNode document) {
        List<Algorithm> algorithms = new ArrayList<>();
        for (JsonNode name : document.path("id_token_signing_alg_values_supported")) {
            Algorithm.named(name.asText("")).ifPresent(algorithms::add);
        }
        return algorithms.isEmpty() ? List.of(Algorithm.RS256) : algorithms;
    }
}
