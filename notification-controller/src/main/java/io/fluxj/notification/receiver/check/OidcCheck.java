package io.fluxj.notification.receiver.check;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.notification.v1.OidcProvider;
import io.fluxj.notification.receiver.filter.ClaimRules.ClaimsRefused;
import io.fluxj.notification.receiver.filter.ReceiverExpressions;
import io.fluxj.notification.receiver.token.Issuers;
import io.fluxj.notification.receiver.token.Jwt;
import io.fluxj.notification.receiver.token.OidcToken;
import io.fluxj.notification.receiver.token.TokenRefused;
import java.time.InstantSource;
import java.util.List;

/** Calls with a token of one of the providers that a Receiver names. Only those issuers are asked for their keys that it names. */
final class OidcCheck {
    private static final String AUDIENCE = "notification-controller";

    private final Issuers issuers;
    private final InstantSource clock;

    OidcCheck(Issuers issuers, InstantSource clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    Genuine check(Call call, ReceiverExpressions expressions) throws CallRefused, InterruptedException {
        String token = Bearer.token(call);
        String issuer = issuer(token);
        int provider = provider(call.spec().oidcProviders(), issuer);
        OidcProvider trusted = call.spec().oidcProviders().get(provider);
        String given = trusted.audience();
        try {
            JsonNode claims = new OidcToken(issuers, given == null || given.isEmpty() ? AUDIENCE : given, clock)
                    .verified(token, issuer);
            expressions.providers().get(provider).require(claims);
            return new Genuine(call.body(), claims);
        } catch (TokenRefused | ClaimsRefused refused) {
            throw new CallRefused(String.valueOf(refused.getMessage()));
        }
    }

    private static String issuer(String token) throws CallRefused {
        try {
            return Jwt.unverifiedIssuer(token);
        } catch (TokenRefused malformed) {
            throw new CallRefused("failed to parse bearer token: " + malformed.message());
        }
    }

    private static int provider(List<OidcProvider> providers, String issuer) throws CallRefused {
        for (int i = 0; i < providers.size(); i++) {
            if (providers.get(i).issuerURL().equals(issuer)) {
                return i;
            }
        }
        throw new CallRefused("no oidcProvider configured for issuer " + quoted(issuer));
    }
}
