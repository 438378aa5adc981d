package io.fluxj.oci;

import io.fluxj.archive.Digest;
import java.util.Map;

/**
 * What a manifest says of something that it refers to.
 *
 * @param mediaType of its bytes
 * @param digest of its bytes
 * @param size in bytes
 * @param platform what it runs on; {@link Platform#DEFAULT} when nothing is said
 * @param artifactType what kind of artifact it is; empty when nothing is said
 * @param annotations what else is said
 */
public record Descriptor(
        String mediaType,
        Digest digest,
        long size,
        Platform platform,
        String artifactType,
        Map<String, String> annotations) {
    /** Makes the map unmodifiable; refuses sizes below zero. */
    public Descriptor {
        annotations = Map.copyOf(annotations);
        if (size < 0) {
            throw new IllegalArgumentException("the size of " + digest + " is negative");
        }
    }

    /** One of which nothing else is known. */
    public static Descriptor of(String mediaType, Digest digest, long size) {
        return new Descriptor(mediaType, digest, size, Platform.DEFAULT, "", Map.of());
    }

    /**
     * What an image runs on.
     *
     * @param os such as {@code linux}
     * @param architecture such as {@code amd64}
     */
    public record Platform(String os, String architecture) {
        /** Which manifest of an index is taken, and what manifests are for that do not say. Source: Flux, whatever it runs on itself. */
        public static final Platform DEFAULT = new Platform("linux", "amd64");

        @Override
        public String toString() {
            return os + "/" + architecture;
        }
    }
}
