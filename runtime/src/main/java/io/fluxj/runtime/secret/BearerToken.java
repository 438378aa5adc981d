package io.fluxj.runtime.secret;

import java.util.Optional;

/**
 * A token for HTTP. Source: behaviour §0.2.
 *
 * @param token may be empty
 */
public record BearerToken(String token) {
    /** Reads {@code bearerToken}, which Git repositories take; empty when it is not there. */
    public static Optional<BearerToken> find(NamedSecret secret) {
        return secret.data().text("bearerToken").map(BearerToken::new);
    }

    /** Reads {@code token}, which the APIs of providers take; empty when it is not there. */
    public static Optional<BearerToken> findForApi(NamedSecret secret) {
        return secret.data().text("token").map(BearerToken::new);
    }

    /** Value of the header {@code Authorization}. */
    public String header() {
        return "Bearer " + token;
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "BearerToken[]";
    }
}
