package io.fluxj.kustomize;

/**
 * How to build.
 *
 * @param loadRestrictions which files may be named
 * @param reorder order of the output
 * @param openApi what {@code openapi.path} does
 * @param remoteBases fetches what is named by URL
 * @param limits bounds of the build
 * @param absolutePaths whether a path that begins with {@code /} is taken from the tree's root (for a tree that is the whole file system)
 *     instead of being refused
 */
public record BuildOptions(
        LoadRestrictions loadRestrictions,
        Reorder reorder,
        OpenApiMode openApi,
        RemoteBases remoteBases,
        Limits limits,
        boolean absolutePaths) {

    /** As {@code kustomize build} without flags, but refusing remote bases. */
    public static BuildOptions commandLine() {
        return new BuildOptions(
                LoadRestrictions.ROOT_ONLY,
                Reorder.LEGACY,
                OpenApiMode.REPLACES,
                RemoteBases.refused(),
                Limits.defaults(),
                false);
    }

    /** As Flux calls it, but refusing remote bases. */
    public static BuildOptions flux() {
        return new BuildOptions(
                LoadRestrictions.NONE, Reorder.NONE, OpenApiMode.ADDS, RemoteBases.refused(), Limits.defaults(), false);
    }

    public BuildOptions withLoadRestrictions(LoadRestrictions restrictions) {
        return new BuildOptions(restrictions, reorder, openApi, remoteBases, limits, absolutePaths);
    }

    public BuildOptions withReorder(Reorder order) {
        return new BuildOptions(loadRestrictions, order, openApi, remoteBases, limits, absolutePaths);
    }

    public BuildOptions withRemoteBases(RemoteBases remote) {
        return new BuildOptions(loadRestrictions, reorder, openApi, remote, limits, absolutePaths);
    }

    public BuildOptions withLimits(Limits bounds) {
        return new BuildOptions(loadRestrictions, reorder, openApi, remoteBases, bounds, absolutePaths);
    }

    public BuildOptions withAbsolutePaths(boolean allowed) {
        return new BuildOptions(loadRestrictions, reorder, openApi, remoteBases, limits, allowed);
    }
}
