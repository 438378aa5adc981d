package io.fluxj.watcher.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.ExternalArtifactStatus;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the cluster of an artifact.
 *
 * @param known the ExternalArtifacts as they are watched
 */
record ApplyStep(Writers writers, KnownArtifacts known, Clock clock) {
    private static final String READY = "Artifact is ready";

    /** Applies its ExternalArtifact; one of another generator is taken over, which its author should hear of. */
    void apply(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, BuiltArtifact built) throws Retryable {
        ArtifactGenerator owner = pass.object();
        String namespace = built.wanted().namespace();
        Optional<ExternalArtifact> before = known.find(namespace, built.wanted().name());
        before.ifPresent(object -> warnOfTakeover(pass, object));
        ObjectRef ref = ExternalArtifacts.ref(namespace, built.wanted().name());
        Cluster cluster = writers.of(owner, namespace);
        try {
            ObjectNode applied = cluster.apply(ref, ArtifactManifest.spec(owner, built), ExternalArtifacts.MANAGER);
            long generation = applied.path("metadata").path("generation").asLong();
            Optional<ExternalArtifactStatus> status = before.flatMap(object -> Optional.ofNullable(object.getStatus()));
            cluster.applyStatus(
                    ref,
                    ArtifactManifest.status(built, artifact(built, status), ready(generation, status)),
                    ExternalArtifacts.MANAGER);
        } catch (ApiException refused) {
            throw Retryable.of(
                    CommonReason.RECONCILIATION_FAILED,
                    built.wanted().name() + " reconcile failed: failed to apply ExternalArtifact "
                            + built.wanted().place() + ": " + refused.getMessage(),
                    refused);
        }
    }

    private static void warnOfTakeover(Pass<ArtifactGenerator, ArtifactGeneratorStatus> pass, ExternalArtifact object) {
        String other = ExternalArtifacts.owner(object);
        if (!other.isEmpty() && !other.equals(ExternalArtifacts.uid(pass.object()))) {
            String message =
                    "ExternalArtifact %s/%s is managed by ArtifactGenerator %s and is being taken over by %s/%s"
                            .formatted(
                                    object.getMetadata().getNamespace(),
                                    object.getMetadata().getName(),
                                    other,
                                    pass.object().getMetadata().getNamespace(),
                                    pass.object().getMetadata().getName());
            pass.emit(Severity.ERROR, GeneratorReason.OWNERSHIP_CONFLICT, message, Map.of());
        }
    }

    /** The same artifact once more keeps the time when it was new. */
    private static Artifact artifact(BuiltArtifact built, Optional<ExternalArtifactStatus> before) {
        Artifact made = built.artifact();
        return before.flatMap(status -> Optional.ofNullable(status.artifact()))
                .filter(old -> old.withLastUpdateTime(made.lastUpdateTime()).equals(made))
                .orElse(made);
    }

    private Condition ready(long generation, Optional<ExternalArtifactStatus> before) {
        Instant since = before.stream()
                .flatMap(status -> status.conditions().stream())
                .filter(old -> old.type().equals(ConditionType.READY)
                        && old.status().is(ConditionStatus.TRUE)
                        && old.message().equals(READY))
                .map(Condition::lastTransitionTime)
                .findFirst()
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new Condition(
                ConditionType.READY,
                Choice.of(ConditionStatus.TRUE),
                generation,
                since,
                CommonReason.SUCCEEDED.text(),
                READY,
                Map.of());
    }
}
