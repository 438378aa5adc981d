package io.fluxj.watcher.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.sourceextensions.v1beta1.GeneratedArtifact;
import io.fluxj.watcher.pattern.WantedArtifact;
import java.util.Map;

/**
 * An artifact whose file is in the store.
 *
 * @param wanted what it was made by
 * @param artifact what is told of it
 * @param inputs the values that come with it
 */
record BuiltArtifact(WantedArtifact wanted, Artifact artifact, Map<String, JsonNode> inputs) {
    BuiltArtifact {
        inputs = Map.copyOf(inputs);
    }

    /** How it stands in the inventory. */
    GeneratedArtifact entry() {
        String path = artifact.path();
        return GeneratedArtifact.builder()
                .name(wanted.name())
                .namespace(wanted.namespace())
                .digest(artifact.digest())
                .filename(path.substring(path.lastIndexOf('/') + 1))
                .build();
    }
}
