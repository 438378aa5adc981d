package io.fluxj.source.oci;

import io.fluxj.source.artifact.ArtifactContent;
import java.util.Map;

/**
 * What was fetched.
 *
 * @param content the chosen layer, as it is to be stored
 * @param annotations of the manifest
 */
record Pulled(ArtifactContent content, Map<String, String> annotations) {
    /** Makes the map unmodifiable. */
    Pulled {
        annotations = Map.copyOf(annotations);
    }
}
