package io.fluxj.kustomization.source;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.SourceKind;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.kustomization.KustomizationReason;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import java.time.Duration;

/** Finds the source that a Kustomization names and decides whether it may be used. */
public final class SourceResolver {

    private final Sources sources;
    private final SourcePolicy policy;

    public SourceResolver(Sources sources, SourcePolicy policy) {
        this.sources = sources;
        this.policy = policy;
    }

    /**
     * The source with its artifact.
     *
     * @param retry how soon to look again for a source that does not exist; its appearance wakes the object earlier
     */
    public ResolvedSource resolve(Kustomization object, Duration retry) throws Failure {
        SourceName name = SourceName.of(object);
        requireAllowed(object, name);
        GitRepository repository = sources.gitRepository(name.namespace(), name.name())
                .orElseThrow(() -> Waiting.on(
                        CommonReason.ARTIFACT_FAILED,
                        "%s.source.toolkit.fluxcd.io \"%s\" not found".formatted(name.kind(), name.name()),
                        retry));
        Artifact artifact =
                repository.getStatus() == null ? null : repository.getStatus().artifact();
        if (artifact == null) {
            throw Waiting.on(
                    CommonReason.ARTIFACT_FAILED,
                    "Source artifact not found, retrying in " + GoDuration.of(policy.requeueDependency())
                            + why(repository, name),
                    policy.requeueDependency());
        }
        return new ResolvedSource(name, artifact);
    }

    /** What the source itself says about it, if it says anything. */
    private static String why(GitRepository repository, SourceName name) {
        return repository.getStatus() == null
                ? ""
                : repository.getStatus().conditions().stream()
                        .filter(condition -> condition.type().equals("Ready")
                                && !condition.status().is(ConditionStatus.TRUE))
                        .findFirst()
                        .map(ready -> ": %s is not ready: %s".formatted(name, ready.message()))
                        .orElse("");
    }

    private void requireAllowed(Kustomization object, SourceName name) throws Failure {
        if (policy.noCrossNamespaceRefs()
                && !name.namespace().equals(object.getMetadata().getNamespace())) {
            throw Stalled.of(
                    CommonReason.ACCESS_DENIED,
                    "can't access '%s', cross-namespace references have been blocked".formatted(name));
        }
        if (name.kind().equals(SourceKind.EXTERNAL_ARTIFACT.text()) && !policy.externalArtifacts()) {
            throw Stalled.of(
                    CommonReason.ACCESS_DENIED,
                    "can't access '%s', ExternalArtifact feature gate is disabled".formatted(name));
        }
        if (!name.kind().equals(SourceKind.GIT_REPOSITORY.text())) {
            throw Stalled.of(
                    KustomizationReason.UNSUPPORTED_FEATURE,
                    "spec.sourceRef names '%s', but sources of kind %s are not supported yet: use a GitRepository"
                            .formatted(name, name.kind()));
        }
    }
}
