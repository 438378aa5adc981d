package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.kustomization.source.ResolvedSource;
import io.fluxj.kustomization.source.SourceResolver;
import io.fluxj.kustomization.watch.Attempts;
import io.fluxj.runtime.reconcile.Failure;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;

/** Looks the source up, and again as long as a newer revision came while it did. */
final class SourceStep {

    private final SourceResolver sources;
    private final Attempts attempts;

    SourceStep(SourceResolver sources, Attempts attempts) {
        this.sources = sources;
        this.attempts = attempts;
    }

    void begin(Kustomization object) {
        attempts.begin(ResourceID.fromResource(object));
    }

    ResolvedSource resolve(Kustomization object) throws Failure {
        Duration retry = Timings.retry(object.getSpec());
        ResourceID id = ResourceID.fromResource(object);
        ResolvedSource source = sources.resolve(object, retry);
        while (attempts.missed(id, source.revision())) {
            source = sources.resolve(object, retry);
        }
        return source;
    }

    void end(Kustomization object) {
        attempts.end(ResourceID.fromResource(object));
    }
}
