package io.fluxj.archive;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The digest of some bytes, written {@code sha256:<hex>}.
 *
 * @param algorithm how it was computed
 * @param hex the digest in lower-case hexadecimal, of the algorithm's length
 */
public record Digest(DigestAlgorithm algorithm, String hex) {

    /** Refuses a {@code hex} that is not of the algorithm's length or has other characters. */
    public Digest {
        if (hex.length() != algorithm.hexLength() || !hex.chars().allMatch(Digest::isLowerHex)) {
            throw new IllegalArgumentException("not a " + algorithm.label() + " digest: expected "
                    + algorithm.hexLength() + " lower-case hexadecimal digits, got \"" + shortened(hex) + "\"");
        }
    }

    /**
     * Reads {@code <algorithm>:<hex>}; bare hexadecimal means SHA-256.
     *
     * @throws IllegalArgumentException when the algorithm is unknown or the digits do not fit it
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Digest(DigestAlgorithm.SHA256, text)
                : new Digest(DigestAlgorithm.named(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** The digest of bytes in memory. */
    public static Digest of(DigestAlgorithm algorithm, byte[] bytes) {
        Hasher hasher = Hasher.of(algorithm);
        hasher.update(bytes, 0, bytes.length);
        return hasher.finish();
    }

    /** The digest of a text's UTF-8 bytes. */
    public static Digest of(DigestAlgorithm algorithm, String text) {
        return of(algorithm, text.getBytes(StandardCharsets.UTF_8));
    }

    static Digest ofRaw(DigestAlgorithm algorithm, byte[] raw) {
        return new Digest(algorithm, HexFormat.of().formatHex(raw));
    }

    /** {@code <algorithm>:<hex>}. */
    @Override
    public String toString() {
        return algorithm.label() + ":" + hex;
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static String shortened(String text) {
        return text.length() <= 12 ? text : text.substring(0, 12) + "...";
    }
}
