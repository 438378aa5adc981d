package io.fluxj.runtime.start;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;

/** Names of leases. Source: flags-endpoints §6. */
final class LeaseName {
    private static final int DIGITS = 8;

    private LeaseName() {}

    /** The lease of a controller; each label selector has its own. */
    static String of(String controller, String labelSelector) {
        String name = controller + "-leader-election";
        return labelSelector.isEmpty()
                ? name
                : name + "-"
                        + Digest.of(DigestAlgorithm.SHA256, labelSelector).hex().substring(0, DIGITS);
    }
}
