package io.fluxj.runtime.identity;

import java.time.Instant;

/**
 * A token for some time.
 *
 * @param value shown by nothing
 * @param expires when it is of no use any more
 */
public record AccessToken(String value, Instant expires) implements Expiring {
    /** Without the token. */
    @Override
    public String toString() {
        return "AccessToken[expires=" + expires + "]";
    }
}
