package io.fluxj.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A name and password for HTTP. Source: behaviour §0.2.
 *
 * @param username may be empty
 * @param password may be empty
 */
public record BasicAuth(String username, String password) {
    /**
     * Reads {@code username} and {@code password}; empty when neither is there.
     *
     * @throws SecretException when one is there without the other
     */
    public static Optional<BasicAuth> find(NamedSecret secret) throws SecretException {
        boolean named = secret.has("username");
        boolean guarded = secret.has("password");
        if (named != guarded) {
            throw new SecretException(secret.called() + ": malformed basic auth - has '"
                    + (named ? "username' but missing 'password'" : "password' but missing 'username'"));
        }
        return named ? Optional.of(new BasicAuth(secret.text("username"), secret.text("password"))) : Optional.empty();
    }

    /** Value of the header {@code Authorization}. */
    public String header() {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BasicAuth[username=" + username + "]";
    }
}
