package io.fluxj.kustomize;

/**
 * Bounds of one build; whatever exceeds one of them ends the build with a {@link BuildException}.
 *
 * @param fileBytes longest file that is read
 * @param totalBytes all bytes read together, a file read twice counting twice
 * @param documents objects read together
 * @param nodes YAML nodes of one document after its aliases were expanded
 * @param depth nesting of mappings and sequences in one document
 * @param kustomizations directories accumulated together, one used twice counting twice
 */
public record Limits(long fileBytes, long totalBytes, int documents, int nodes, int depth, int kustomizations) {

    /** Generous for any repository, small enough for a controller's heap. */
    public static Limits defaults() {
        return new Limits(64L << 20, 256L << 20, 100_000, 5_000_000, 500, 5_000);
    }

    public Limits {
        if (fileBytes < 1 || totalBytes < 1 || documents < 1 || nodes < 1 || depth < 1 || kustomizations < 1) {
            throw new IllegalArgumentException("every limit has to be positive");
        }
    }
}
