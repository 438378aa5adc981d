package io.fluxj.oci.signature;

import java.util.Base64;
import java.util.Optional;

/** Bytes in texts. */
final class Base64Text {
    private Base64Text() {}

    /** Empty when it is none. */
    static Optional<byte[]> decode(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
