package io.fluxj.cli.bootstrap.host;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A public key that opens one repository.
 *
 * @param name by which it is found again
 * @param publicKey a line of {@code authorized_keys}
 * @param writes whether it may push
 */
public record DeployKey(String name, String publicKey, boolean writes) {
    /** Whether a host's line is this key: comments do not count, and hosts drop them. */
    boolean isKey(String line) {
        return bare(line).equals(bare(publicKey));
    }

    private static String bare(String line) {
        return Stream.of(line.strip().split("\\s+")).limit(2).collect(Collectors.joining(" "));
    }
}
