package io.fluxj.notification.receiver.token;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tokens of OpenID Connect, checked in the order and told of in the words of the client library that Flux uses.
 *
 * @param audience for whom they must be
 */
public record OidcToken(Issuers issuers, String audience, InstantSource clock) {
    private static final Duration LEEWAY = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss Z 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final double LATEST = 253402300799.0;

    /**
     * The claims of a token, if they are to be believed.
     *
     * @param issuer that the token names and the Receiver trusts
     * @throws TokenRefused when they are not
     */
    public JsonNode verified(String text, String issuer) throws TokenRefused, InterruptedException {
        Issuer known = issuers.at(issuer);
        Published published = published(known, issuer);
        try {
            return verified(parsed(text), published.algorithms(), known);
        } catch (TokenRefused refused) {
            throw new TokenRefused("failed to verify OIDC token: " + refused.message());
        }
    }

    private static Published published(Issuer known, String issuer) throws TokenRefused, InterruptedException {
        try {
            return known.published();
        } catch (TokenRefused silent) {
            throw new TokenRefused(
                    "failed to initialize OIDC provider for issuer " + quoted(issuer) + ": " + silent.message());
        }
    }

    private static Jwt parsed(String text) throws TokenRefused {
        try {
            return Jwt.parse(text);
        } catch (TokenRefused malformed) {
            throw new TokenRefused("oidc: malformed jwt: " + malformed.message());
        }
    }

    private JsonNode verified(Jwt token, List<Algorithm> allowed, Issuer issuer)
            throws TokenRefused, InterruptedException {
        Algorithm algorithm = Algorithm.named(token.algorithm())
                .filter(allowed::contains)
                .orElseThrow(() -> new TokenRefused("oidc: malformed jwt: unexpected signature algorithm "
                        + quoted(token.algorithm()) + "; expected "
                        + list(allowed.stream().map(Enum::name).toList())));
        requireAudience(token);
        requireTime(token.claims());
        requireSignature(token, algorithm, issuer);
        return token.claims();
    }

    private void requireAudience(Jwt token) throws TokenRefused {
        if (!token.audience().contains(audience)) {
            throw new TokenRefused("oidc: expected audience " + quoted(audience) + " got " + list(token.audience()));
        }
    }

    private void requireTime(JsonNode claims) throws TokenRefused {
        Instant now = clock.instant();
        Instant expiry = time(claims, "exp");
        if (expiry.isBefore(now)) {
            throw new TokenRefused("oidc: token is expired (Token Expiry: " + TIME.format(expiry) + ")");
        }
        Instant begin = time(claims, "nbf");
        if (now.plus(LEEWAY).isBefore(begin)) {
            throw new TokenRefused("oidc: current time " + TIME.format(now) + " before the nbf (not before) time: "
                    + TIME.format(begin));
        }
    }

    /** In the year 1 when it is not said. */
    private static Instant time(JsonNode claims, String name) throws TokenRefused {
        JsonNode seconds = claims.path(name);
        if (seconds.isMissingNode() || seconds.isNull()) {
            return NEVER;
        }
        if (!seconds.isNumber() || Math.abs(seconds.doubleValue()) > LATEST) {
            throw new TokenRefused("oidc: failed to unmarshal claims: " + name + " is no time");
        }
        return Instant.ofEpochSecond((long) seconds.doubleValue());
    }

    private static void requireSignature(Jwt token, Algorithm algorithm, Issuer issuer)
            throws TokenRefused, InterruptedException {
        try {
            if (issuer.signed(token, algorithm)) {
                return;
            }
        } catch (TokenRefused silent) {
            throw new TokenRefused("failed to verify signature: fetching keys " + silent.message());
        }
        throw new TokenRefused("failed to verify signature: failed to verify id token signature");
    }

    private static String list(List<String> texts) {
        return texts.stream().map(text -> quoted(text)).collect(Collectors.joining(" ", "[", "]"));
    }
}
