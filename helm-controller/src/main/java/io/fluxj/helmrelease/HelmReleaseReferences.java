package io.fluxj.helmrelease;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.helm.v2.ChartReference;
import io.fluxj.api.helm.v2.ChartTemplate;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.helmrelease.chart.GeneratedChart;
import io.fluxj.runtime.config.ConfigName;
import io.fluxj.runtime.dependency.DependencyRules;
import io.fluxj.runtime.reference.References;
import io.fluxj.runtime.source.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What HelmReleases refer to. */
public final class HelmReleaseReferences {

    private HelmReleaseReferences() {}

    static References<HelmRelease> all() {
        return new References<>(
                object -> chart(object).stream().toList(),
                HelmReleaseReferences::isReadyAt,
                HelmReleaseReferences::configs,
                new DependencyRules<>(
                        HelmRelease.class, object -> object.getSpec().dependsOn(), HelmReleaseReferences::observed));
    }

    /** The kinds that charts may come from; ExternalArtifacts where their gate is on. Source: behaviour §3.1. */
    static List<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> chartKinds(boolean externalArtifacts) {
        List<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> kinds =
                new ArrayList<>(List.of(HelmChart.class, OCIRepository.class));
        if (externalArtifacts) {
            kinds.add(ExternalArtifact.class);
        }
        return kinds;
    }

    /** Where the chart comes from; empty when the spec names none, or two. */
    public static Optional<SourceName> chart(HelmRelease object) {
        ChartReference reference = object.getSpec().chartRef();
        ChartTemplate template = object.getSpec().chart();
        if ((reference == null) == (template == null)) {
            return Optional.empty();
        }
        return reference == null
                ? GeneratedChart.of(object).map(GeneratedChart::name)
                : Optional.of(SourceName.of(object, reference.kind().text(), reference.namespace(), reference.name()));
    }

    private static boolean isReadyAt(HelmRelease object, SourceName chart, String revision) {
        HelmReleaseStatus status = object.getStatus();
        return status != null
                && !revision.isEmpty()
                && isAt(status, revision)
                && status.conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Ready")
                                && condition.status().is(ConditionStatus.TRUE));
    }

    /** The revision of a chart is its version; that of an OCI artifact ends with a digest. */
    private static boolean isAt(HelmReleaseStatus status, String revision) {
        String digest = status.lastAttemptedRevisionDigest();
        boolean hasDigest = digest != null && !digest.isEmpty();
        return hasDigest ? revision.endsWith(digest) : revision.equals(status.lastAttemptedRevision());
    }

    private static List<ConfigName> configs(HelmRelease object) {
        HelmReleaseSpec spec = object.getSpec();
        List<ConfigName> configs = new ArrayList<>();
        spec.valuesFrom()
                .forEach(reference ->
                        configs.add(ConfigName.of(object, reference.kind().text(), reference.name())));
        if (spec.kubeConfig() != null && spec.kubeConfig().secretRef() != null) {
            configs.add(ConfigName.of(
                    object, "Secret", spec.kubeConfig().secretRef().name()));
        }
        return configs;
    }

    private static DependencyRules.Observed observed(HelmRelease object) {
        HelmReleaseStatus status = object.getStatus();
        return status == null
                ? DependencyRules.Observed.NOTHING
                : new DependencyRules.Observed(
                        status.observedGeneration(), status.conditions(), status.lastAttemptedRevision());
    }
}
