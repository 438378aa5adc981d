package io.fluxj.runtime.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a token says of itself. Nothing of it counts before the API server has reviewed the token; what already says that it cannot count is not worth a review.
 *
 * @param audiences whom it is for
 * @param expires when it ends
 */
record TokenClaims(List<String> audiences, Instant expires) {
    private static final int LONGEST = 16 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty when it is no token of a service account. */
    static Optional<TokenClaims> of(String token) {
        String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims =
                    JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return claims.path("exp").canConvertToLong()
                    ? Optional.of(new TokenClaims(
                            audiences(claims.path("aud")),
                            Instant.ofEpochSecond(claims.path("exp").asLong())))
                    : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> audiences(JsonNode given) {
        if (given.isTextual()) {
            return List.of(given.asText());
        }
        List<String> audiences = new ArrayList<>();
        given.forEach(audience -> audiences.add(audience.asText()));
        return audiences;
    }
}
