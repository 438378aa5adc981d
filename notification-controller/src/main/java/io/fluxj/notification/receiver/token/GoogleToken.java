package io.fluxj.notification.receiver.token;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Set;

/**
 * Identity tokens of Google's service accounts, checked in the order and told of in the words of the client library that Flux uses.
 *
 * @param audience for which they must be
 * @param email of the account that they must be of
 */
public record GoogleToken(Issuers issuers, String audience, String email, InstantSource clock) {
    private static final Set<String> GOOGLE = Set.of("accounts.google.com", "https://accounts.google.com");

    /**
     * Checks a token.
     *
     * @throws TokenRefused when it is not to be believed, or of somebody else
     */
    public void require(String text) throws TokenRefused, InterruptedException {
        Jwt token;
        try {
            token = parsed(text);
        } catch (TokenRefused malformed) {
            throw invalid("<unknown>", malformed);
        }
        try {
            requireGenuine(token);
        } catch (TokenRefused refused) {
            String said = token.text("aud");
            throw invalid(said.isEmpty() ? "<unknown>" : said, refused);
        }
        requireAccount(token);
    }

    private TokenRefused invalid(String said, TokenRefused why) {
        return new TokenRefused(
                "invalid ID token: audience is '%s', want '%s': %s".formatted(said, audience, why.message()));
    }

    private static Jwt parsed(String text) throws TokenRefused {
        int parts = text.split("\\.", -1).length;
        if (parts != 3) {
            throw new TokenRefused("idtoken: invalid token, token must have three segments; found " + parts);
        }
        try {
            return Jwt.parse(text);
        } catch (TokenRefused malformed) {
            throw new TokenRefused("idtoken: " + malformed.message());
        }
    }

    private void requireGenuine(Jwt token) throws TokenRefused, InterruptedException {
        if (!token.text("aud").equals(audience)) {
            throw new TokenRefused("idtoken: audience provided does not match aud claim in the JWT");
        }
        long now = clock.instant().getEpochSecond();
        JsonNode expiry = token.claims().path("exp");
        if (!expiry.isNumber() || now > expiry.doubleValue()) {
            throw new TokenRefused(
                    "idtoken: token expired: now=%d, expires=%d".formatted(now, (long) expiry.asDouble()));
        }
        Algorithm algorithm = Algorithm.named(token.algorithm())
                .filter(issuers.google().published().algorithms()::contains)
                .orElseThrow(() -> new TokenRefused(
                        "idtoken: expected JWT signed with RS256 or ES256 but found " + quoted(token.algorithm())));
        if (!issuers.google().signed(token, algorithm)) {
            throw new TokenRefused("idtoken: no key of Google's made the signature");
        }
    }

    private void requireAccount(Jwt token) throws TokenRefused {
        String issuer = token.text("iss");
        if (!GOOGLE.contains(issuer)) {
            throw new TokenRefused("token issuer is '%s', want 'accounts.google.com' or 'https://accounts.google.com'"
                    .formatted(issuer));
        }
        String account = token.text("email");
        if (!account.equals(email)) {
            throw new TokenRefused("token email is '%s', want '%s'".formatted(account, email));
        }
        JsonNode verified = token.claims().path("email_verified");
        if (!verified.isBoolean() || !verified.booleanValue()) {
            throw new TokenRefused("token email '%s' is not verified".formatted(account));
        }
    }
}
