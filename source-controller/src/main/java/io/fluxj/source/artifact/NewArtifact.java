package io.fluxj.source.artifact;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is to be published.
 *
 * @param revision what was fetched, in the words of its kind
 * @param file its name in the folder of the object
 * @param content its bytes
 * @param metadata what upstream says of the revision
 * @param observed writes into the status what of the spec went into it
 */
public record NewArtifact<S>(
        String revision,
        String file,
        ArtifactContent content,
        Map<String, String> metadata,
        UnaryOperator<S> observed) {
    /** Makes the map unmodifiable. */
    public NewArtifact {
        metadata = Map.copyOf(metadata);
    }

    /** An artifact of which upstream says nothing. */
    public NewArtifact(String revision, String file, ArtifactContent content, UnaryOperator<S> observed) {
        this(revision, file, content, Map.of(), observed);
    }
}
