package io.fluxj.archive;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The algorithms that artifact digests may use. */
public enum DigestAlgorithm {
    /** The default. */
    SHA256("sha256", 64),
    /** SHA-2 with 384 bits. */
    SHA384("sha384", 96),
    /** SHA-2 with 512 bits. */
    SHA512("sha512", 128),
    /** For old artifacts and Git; not collision-resistant. */
    SHA1("sha1", 40),
    /** BLAKE3 with 256 bits. */
    BLAKE3("blake3", 64);

    private final String label;
    private final int hexLength;

    DigestAlgorithm(String label, int hexLength) {
        this.label = label;
        this.hexLength = hexLength;
    }

    /** The name in front of the colon, such as {@code sha256}. */
    public String label() {
        return label;
    }

    int hexLength() {
        return hexLength;
    }

    /**
     * The algorithm with this label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static DigestAlgorithm named(String label) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown digest algorithm \"" + label + "\", expected one of " + labels()));
    }

    private static String labels() {
        return Arrays.stream(values()).map(DigestAlgorithm::label).collect(Collectors.joining(", "));
    }
}
