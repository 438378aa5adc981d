package io.fluxj.kustomization;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.runtime.config.ConfigName;
import io.fluxj.runtime.dependency.DependencyRules;
import io.fluxj.runtime.reference.References;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.target.TargetReference;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Kustomizations refer to. */
public final class KustomizationReferences {

    private KustomizationReferences() {}

    static References<Kustomization> all(String defaultServiceAccount) {
        return new References<>(
                KustomizationReferences::sources,
                KustomizationReferences::isReadyAt,
                KustomizationReferences::configs,
                new DependencyRules<>(
                                Kustomization.class,
                                object -> object.getSpec().dependsOn(),
                                KustomizationReferences::observed)
                        .readingAs(object -> TargetReference.of(
                                        object.getMetadata().getNamespace(),
                                        object.getSpec().serviceAccountName(),
                                        null)
                                .user(defaultServiceAccount)));
    }

    /** The kinds that manifests may come from; ExternalArtifacts where their gate is on. Source: behaviour §2.1. */
    static List<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> sourceKinds(boolean externalArtifacts) {
        List<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> kinds =
                new ArrayList<>(List.of(GitRepository.class, OCIRepository.class, Bucket.class));
        if (externalArtifacts) {
            kinds.add(ExternalArtifact.class);
        }
        return kinds;
    }

    /** Where the manifests of a Kustomization come from, that of {@code spec.sourceRef} first. */
    public static List<SourceName> sources(Kustomization object) {
        return Stream.concat(Stream.of(object.getSpec().sourceRef()), object.getSpec().sourceRefs().stream())
                .map(reference ->
                        SourceName.of(object, reference.kind().text(), reference.namespace(), reference.name()))
                .toList();
    }

    /** The revision of a source that was last applied, null when there is none or it is no source of the object. */
    public static @Nullable String appliedRevision(Kustomization object, SourceName source) {
        KustomizationStatus status = object.getStatus();
        List<SourceName> sources = sources(object);
        if (status == null || !sources.contains(source)) {
            return null;
        }
        return source.equals(sources.getFirst())
                ? status.lastAppliedRevision()
                : status.lastAppliedRevisions().get(source.name());
    }

    private static boolean isReadyAt(Kustomization object, SourceName source, String revision) {
        return object.getStatus() != null
                && revision.equals(
                        object.getSpec().sourceRefs().isEmpty()
                                ? object.getStatus().lastAttemptedRevision()
                                : appliedRevision(object, source))
                && object.getStatus().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Ready")
                                && condition.status().is(ConditionStatus.TRUE));
    }

    private static List<ConfigName> configs(Kustomization object) {
        KustomizationSpec spec = object.getSpec();
        List<ConfigName> configs = new ArrayList<>();
        if (spec.postBuild() != null) {
            spec.postBuild()
                    .substituteFrom()
                    .forEach(reference ->
                            configs.add(ConfigName.of(object, reference.kind().text(), reference.name())));
        }
        if (spec.kubeConfig() != null && spec.kubeConfig().secretRef() != null) {
            configs.add(ConfigName.of(
                    object, "Secret", spec.kubeConfig().secretRef().name()));
        }
        if (spec.kubeConfig() != null && spec.kubeConfig().configMapRef() != null) {
            configs.add(ConfigName.of(
                    object, "ConfigMap", spec.kubeConfig().configMapRef().name()));
        }
        if (spec.decryption() != null && spec.decryption().secretRef() != null) {
            configs.add(ConfigName.of(
                    object, "Secret", spec.decryption().secretRef().name()));
        }
        return configs;
    }

    private static DependencyRules.Observed observed(Kustomization object) {
        KustomizationStatus status = object.getStatus();
        return status == null
                ? DependencyRules.Observed.NOTHING
                : new DependencyRules.Observed(status.observedGeneration(), status.conditions(), applied(status));
    }

    private static @Nullable String applied(KustomizationStatus status) {
        return status.lastAppliedRevisions().isEmpty()
                ? status.lastAppliedRevision()
                : status.lastAppliedRevision() + new TreeMap<>(status.lastAppliedRevisions());
    }
}
