package io.fluxj.runtime.identity.aws;

import io.fluxj.runtime.identity.Expiring;
import java.time.Instant;

/**
 * Who signs requests.
 *
 * @param access id of the key
 * @param secret the key; shown by nothing
 * @param session its token; empty for none
 */
public record AwsKeys(String access, String secret, String session, Instant expires) implements Expiring {
    /** Without the key. */
    @Override
    public String toString() {
        return "AwsKeys[" + access + ", expires=" + expires + "]";
    }
}
