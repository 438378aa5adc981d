package io.fluxj.kustomize;

/** What {@code openapi.path} does to the built-in schema. */
public enum OpenApiMode {
    /** The file stands in its place, as in the command line: kinds it does not describe are merged without a schema. */
    REPLACES,
    /** The file is added to it, as in Flux. */
    ADDS
}
