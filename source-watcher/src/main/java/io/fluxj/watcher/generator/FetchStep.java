package io.fluxj.watcher.generator;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.ArtifactFailure;
import io.fluxj.runtime.artifact.RemoteArtifact;
import io.fluxj.runtime.artifact.UnpackedArtifact;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.ResolvedSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Fetches and unpacks the sources.
 *
 * @param requeue how soon to try again
 */
record FetchStep(ArtifactCache artifacts, Duration requeue) {
    /** All of them; to be closed. */
    FetchedSources fetch(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, ObservedSources observed)
            throws Failure, InterruptedException {
        Map<String, UnpackedArtifact> fetched = new HashMap<>();
        boolean complete = false;
        try {
            for (Map.Entry<String, ResolvedSource> source : observed.byAlias().entrySet()) {
                fetched.put(source.getKey(), fetch(pass, source.getValue().remote()));
            }
            complete = true;
            return new FetchedSources(observed, fetched);
        } finally {
            if (!complete) {
                fetched.values().forEach(UnpackedArtifact::close);
            }
        }
    }

    private UnpackedArtifact fetch(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, RemoteArtifact wanted)
            throws Failure, InterruptedException {
        try {
            return artifacts.holds(wanted)
                    ? artifacts.fetch(wanted)
                    : pass.transferring(pass.outdated(), () -> artifacts.fetch(wanted));
        } catch (ArtifactFailure failed) {
            throw Waiting.on(
                    GeneratorReason.SOURCE_FETCH_FAILED,
                    "fetch sources failed: " + wanted.owner() + ": " + failed.getMessage(),
                    requeue);
        }
    }
}
