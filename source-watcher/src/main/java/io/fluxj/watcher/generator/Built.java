package io.fluxj.watcher.generator;

import io.fluxj.runtime.reconcile.Retryable;
import java.util.List;
import java.util.Optional;

/**
 * What came of building: one artifact that cannot be made keeps none of the others back.
 *
 * @param artifacts those that were made
 * @param failure why the first of the others was not; empty when there are no others
 */
record Built(List<BuiltArtifact> artifacts, Optional<Retryable> failure) {
    Built {
        artifacts = List.copyOf(artifacts);
    }
}
