package io.fluxj.watcher.pattern;

import io.fluxj.api.sourceextensions.v1beta1.OutputArtifact;
import java.util.Map;

/**
 * An artifact to make.
 *
 * @param namespace of its ExternalArtifact
 * @param artifact without anything left to fill in
 * @param labels what was captured of its folder's path
 */
public record WantedArtifact(String namespace, OutputArtifact artifact, Map<String, String> labels) {
    /** Makes the map unmodifiable. */
    public WantedArtifact {
        labels = Map.copyOf(labels);
    }

    /** The name of its ExternalArtifact. */
    public String name() {
        return artifact.name();
    }

    /** {@code namespace/name}. */
    public String place() {
        return namespace + "/" + artifact.name();
    }
}
