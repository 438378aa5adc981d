package io.fluxj.oci;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import java.util.Set;

/** Digests as registries write them. Source: OCI image specification, descriptors. */
public final class Digests {
    private static final Set<DigestAlgorithm> STRONG =
            Set.of(DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512);

    private Digests() {}

    /**
     * Reads {@code algorithm:hex}.
     *
     * @throws IllegalArgumentException when it is none, or of an algorithm that proves nothing
     */
    public static Digest parse(String text) {
        if (text.indexOf(':') < 0) {
            throw new IllegalArgumentException("a digest such as sha256:... is missing its algorithm");
        }
        Digest digest = Digest.parse(text);
        if (!STRONG.contains(digest.algorithm())) {
            throw new IllegalArgumentException(
                    "digests of " + digest.algorithm().label() + " prove nothing");
        }
        return digest;
    }
}
