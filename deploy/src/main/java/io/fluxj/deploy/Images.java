package io.fluxj.deploy;

/**
 * Where the images of the controllers come from.
 *
 * @param registry such as {@code ghcr.io/fluxj}: what stands before {@code /source-controller}
 * @param tag of all of them, such as {@code v0.1.0}; the version of the installation too
 * @param pullSecret the Secret to pull them with; empty for none
 */
public record Images(String registry, String tag, String pullSecret) {
    static final String REGISTRY = "ghcr.io/fluxj";
    static final String TAG = "v0.1.0";

    /** The images that the manifests name as they are. */
    public static Images published() {
        return new Images(REGISTRY, TAG, "");
    }
}
