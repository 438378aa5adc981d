package io.fluxj.oci;

import java.util.List;
import java.util.Set;

/** Media types of manifests. Source: OCI image specification, Docker image manifest version 2 schema 2. */
public final class MediaType {
    /** An artifact. */
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    /** Several artifacts. */
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

    /** What Docker called {@link #OCI_MANIFEST}. */
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    /** What Docker called {@link #OCI_INDEX}. */
    public static final String DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";

    /** All of them, the most wanted first. */
    public static final List<String> MANIFESTS = List.of(OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_INDEX);

    private static final Set<String> INDEXES = Set.of(OCI_INDEX, DOCKER_INDEX);

    private MediaType() {}

    static boolean isIndex(String type) {
        return INDEXES.contains(type);
    }
}
