package io.fluxj.helmrelease.chart;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.Source;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.SourcePolicy;
import io.fluxj.runtime.source.SourceRule;
import io.fluxj.runtime.source.Sources;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Charts are taken only from sources whose newest spec was handled and that have not stalled. Source: behaviour §3.2. */
public record ChartSourceRule(Sources sources, SourcePolicy policy) implements SourceRule {

    private static final String EXTERNAL_ARTIFACT = "ExternalArtifact";

    @Override
    public ResolvedSource resolve(HasMetadata user, SourceName name, Duration retry) throws Failure {
        requireAllowed(user, name);
        Source source = sources.find(name).orElseThrow(() -> missing(name));
        Optional<String> why = name.kind().equals(EXTERNAL_ARTIFACT) ? withoutArtifact(source) : unready(source);
        if (why.isPresent()) {
            throw Waiting.on(
                    HelmReleaseReason.SOURCE_NOT_READY,
                    "%s '%s/%s' is not ready: %s%s"
                            .formatted(name.kind(), name.namespace(), name.name(), why.get(), hint(user, why.get())),
                    policy.requeueDependency());
        }
        return new ResolvedSource(name, source.artifact().orElseThrow());
    }

    /** Where a template names a HelmRepository that is none, but an OCIRepository. */
    private String hint(HasMetadata user, String why) {
        boolean other = why.contains("not found")
                && user instanceof HelmRelease release
                && repository(release).flatMap(sources::find).isPresent();
        return other
                ? " (there is an OCIRepository of this name: name it in spec.chartRef, or let sourceRef name a HelmRepository of type oci)"
                : "";
    }

    private static Optional<SourceName> repository(HelmRelease release) {
        return Optional.ofNullable(release.getSpec().chart())
                .flatMap(template -> Optional.ofNullable(template.spec().sourceRef()))
                .filter(source -> source.kind().text().equals("HelmRepository"))
                .map(source -> SourceName.of(release, "OCIRepository", source.namespace(), source.name()));
    }

    private static Retryable missing(SourceName name) {
        return Retryable.of(
                        CommonReason.ARTIFACT_FAILED,
                        "could not get Source object: %s.source.toolkit.fluxcd.io \"%s\" not found"
                                .formatted(name.kind(), name.name()))
                .quietly();
    }

    private static Optional<String> unready(Source source) {
        if (!source.isObserved()) {
            return Optional.of(message(source, ConditionType.READY, ConditionStatus.FALSE)
                    .orElse("latest generation of object has not been reconciled"));
        }
        return message(source, ConditionType.STALLED, ConditionStatus.TRUE).or(() -> withoutArtifact(source));
    }

    private static Optional<String> withoutArtifact(Source source) {
        return source.artifact().isPresent() ? Optional.empty() : Optional.of("does not have an artifact");
    }

    private static Optional<String> message(Source source, String type, ConditionStatus status) {
        @Nullable HoldsArtifact held = source.object().getStatus();
        List<Condition> conditions = held == null ? List.of() : held.conditions();
        return conditions.stream()
                .filter(condition ->
                        condition.type().equals(type) && condition.status().is(status))
                .map(Condition::message)
                .filter(Objects::nonNull)
                .findFirst();
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
        String message = "can't access '%s', %s".formatted(name, why);
        return Stalled.of(CommonReason.ACCESS_DENIED, message).announcing(Severity.ERROR, message);
    }
}
