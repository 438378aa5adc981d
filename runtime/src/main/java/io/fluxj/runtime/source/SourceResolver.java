package io.fluxj.runtime.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import java.time.Duration;

/** Flux's rule for sources of manifests: whatever the source says of itself, what it offers is good. */
public final class SourceResolver implements SourceRule {

    private static final String EXTERNAL_ARTIFACT = HasMetadata.getKind(ExternalArtifact.class);

    private final Sources sources;
    private final SourcePolicy policy;

    public SourceResolver(Sources sources, SourcePolicy policy) {
        this.sources = sources;
        this.policy = policy;
    }

    @Override
    public ResolvedSource resolve(HasMetadata user, SourceName name, Duration retry) throws Failure {
        requireAllowed(user, name);
        Source source = sources.find(name)
                .orElseThrow(() -> Waiting.on(
                        CommonReason.ARTIFACT_FAILED,
                        "%s.source.toolkit.fluxcd.io \"%s\" not found".formatted(name.kind(), name.name()),
                        retry));
        return source.artifact()
                .map(artifact -> new ResolvedSource(name, artifact))
                .orElseThrow(() -> withoutArtifact(source));
    }

    private Waiting withoutArtifact(Source source) {
        String why = source.complaint()
                .map(complaint -> ": %s is not ready: %s".formatted(source.name(), complaint))
                .orElse("");
        return Waiting.on(
                CommonReason.ARTIFACT_FAILED,
                "Source artifact not found, retrying in " + GoDuration.of(policy.requeueDependency()) + why,
                policy.requeueDependency());
    }

    private void requireAllowed(HasMetadata user, SourceName name) throws Stalled {
        if (policy.noCrossNamespaceRefs()
                && !name.namespace().equals(user.getMetadata().getNamespace())) {
            throw denied(name, "cross-namespace references have been blocked");
        }
        if (name.kind().equals(EXTERNAL_ARTIFACT) && !policy.externalArtifacts()) {
            throw denied(name, "ExternalArtifact feature gate is disabled");
        }
    }

    private static Stalled denied(SourceName name, String why) {
        return Stalled.of(CommonReason.ACCESS_DENIED, "can't access '%s', %s".formatted(name, why));
    }
}
