package io.fluxj.runtime.source;

import java.time.Duration;

/**
 * Which sources may be used, and how often to look for an artifact that is not there yet.
 *
 * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
 * @param externalArtifacts gate {@code ExternalArtifact}
 * @param requeueDependency {@code --requeue-dependency}
 */
public record SourcePolicy(boolean noCrossNamespaceRefs, boolean externalArtifacts, Duration requeueDependency) {}
