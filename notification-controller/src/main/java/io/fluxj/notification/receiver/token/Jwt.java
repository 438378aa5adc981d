package io.fluxj.notification.receiver.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.notification.receiver.payload.Bytes;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A JSON web token, nothing of which is believed yet.
 *
 * @param head names the algorithm and the key
 * @param claims what it says
 * @param signed the bytes that are signed
 * @param signature of them
 */
public record Jwt(JsonNode head, JsonNode claims, Bytes signed, Bytes signature) {
    private static final int PARTS = 3;

    /**
     * Takes a token apart.
     *
     * @throws TokenRefused when it is none
     */
    public static Jwt parse(String text) throws TokenRefused {
        List<String> parts = parts(text);
        JsonNode head = Base64Url.object(parts.getFirst());
        if (head.has("crit")) {
            throw new TokenRefused("its header names extensions that must be understood, and none is");
        }
        Bytes signed = Bytes.of(parts.getFirst() + "." + parts.get(1));
        return new Jwt(head, Base64Url.object(parts.get(1)), signed, Bytes.of(Base64Url.decode(parts.getLast())));
    }

    private static List<String> parts(String text) throws TokenRefused {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != PARTS) {
            throw new TokenRefused("token is not a JWT");
        }
        return parts;
    }

    /**
     * Who is said to have issued it, so that the issuer's keys can be found; not to be believed.
     *
     * @throws TokenRefused when that is not said
     */
    public static String unverifiedIssuer(String text) throws TokenRefused {
        JsonNode issuer = unverifiedClaims(text).path("iss");
        if (issuer.asText("").isEmpty() || !issuer.isTextual()) {
            throw new TokenRefused("token is missing the 'iss' claim");
        }
        return issuer.textValue();
    }

    private static JsonNode unverifiedClaims(String text) throws TokenRefused {
        String part = parts(text).get(1);
        try {
            var _ = Base64Url.decode(part);
        } catch (TokenRefused refused) {
            throw new TokenRefused("failed to decode token payload: " + refused.message());
        }
        try {
            return Base64Url.object(part);
        } catch (TokenRefused refused) {
            throw new TokenRefused("failed to parse token payload: " + refused.message());
        }
    }

    /** The algorithm that its header names. */
    public String algorithm() {
        return head.path("alg").asText("");
    }

    /** The name of the key that its header names; empty when it names none. */
    public String keyId() {
        return head.path("kid").asText("");
    }

    /** For whom it is. */
    public List<String> audience() {
        JsonNode audience = claims.path("aud");
        Stream<JsonNode> all =
                audience.isArray() ? StreamSupport.stream(audience.spliterator(), false) : Stream.of(audience);
        return all.filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }

    /** A claim that is a text; empty when it is not there or something else. */
    public String text(String claim) {
        JsonNode value = claims.path(claim);
        return value.isTextual() ? value.textValue() : "";
    }
}
