package io.fluxj.kustomize.resource;

import java.util.Set;

/**
 * Annotations in which a build notes what happened to an object. They are on the object while patches and transformers see it, and are
 * taken off at the end.
 */
public final class BuildAnnotations {

    private static final String INTERNAL = "internal.config.kubernetes.io/";

    static final String PREVIOUS_KINDS = INTERNAL + "previousKinds";
    static final String PREVIOUS_NAMES = INTERNAL + "previousNames";
    static final String PREVIOUS_NAMESPACES = INTERNAL + "previousNamespaces";
    static final String PREFIXES = INTERNAL + "prefixes";
    static final String SUFFIXES = INTERNAL + "suffixes";
    static final String ALLOW_NAME_CHANGE = INTERNAL + "allowNameChange";
    static final String ALLOW_KIND_CHANGE = INTERNAL + "allowKindChange";
    static final String BEHAVIOR = INTERNAL + "generatorBehavior";
    static final String NEEDS_HASH = INTERNAL + "needsHashSuffix";

    /** Where an object came from; kept if {@code buildMetadata} asks for it. */
    public static final String ORIGIN = "config.kubernetes.io/origin";

    /** What changed an object; kept if {@code buildMetadata} asks for it. */
    public static final String TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";

    /** Marks objects that are not part of the output. */
    public static final String LOCAL_CONFIG = "config.kubernetes.io/local-config";

    static final String HELM_GENERATED = INTERNAL + "helm-generated";

    /** All that are taken off at the end. */
    static final Set<String> ALL = Set.of(
            PREVIOUS_KINDS,
            PREVIOUS_NAMES,
            PREVIOUS_NAMESPACES,
            PREFIXES,
            SUFFIXES,
            ALLOW_NAME_CHANGE,
            ALLOW_KIND_CHANGE,
            INTERNAL + "refBy",
            BEHAVIOR,
            NEEDS_HASH,
            INTERNAL + "path",
            INTERNAL + "index",
            INTERNAL + "seqindent",
            INTERNAL + "id",
            INTERNAL + "annotations-migration-resource-id",
            "config.kubernetes.io/path",
            "config.kubernetes.io/index",
            "config.k8s.io/id",
            HELM_GENERATED);

    private BuildAnnotations() {}

    static boolean isInternal(String name) {
        return name.startsWith(INTERNAL);
    }
}
