package io.fluxj.runtime.source;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.source.v1.HoldsArtifact;
import java.util.List;
import java.util.Optional;

/**
 * A source of any kind as it is now.
 *
 * @param object never to be changed
 */
public record Source(CustomResource<?, ? extends HoldsArtifact> object) {

    /** How it is referred to. */
    public SourceName name() {
        return SourceName.of(object);
    }

    /** What it offers; empty as long as there is nothing. */
    public Optional<Artifact> artifact() {
        return status().flatMap(status -> Optional.ofNullable(status.artifact()));
    }

    /** The revision of what it offers. */
    public Optional<String> revision() {
        return artifact().map(Artifact::revision);
    }

    /** What it says about itself when it says that it is not ready. */
    public Optional<String> complaint() {
        return status().map(HoldsArtifact::conditions).orElse(List.of()).stream()
                .filter(condition ->
                        condition.type().equals("Ready") && !condition.status().is(ConditionStatus.TRUE))
                .findFirst()
                .map(Condition::message);
    }

    /** Whether its newest spec was handled to an end. */
    public boolean isObserved() {
        return status().map(HoldsArtifact::observedGeneration)
                .filter(observed -> observed.equals(object.getMetadata().getGeneration()))
                .isPresent();
    }

    private Optional<HoldsArtifact> status() {
        return Optional.ofNullable(object.getStatus());
    }
}
