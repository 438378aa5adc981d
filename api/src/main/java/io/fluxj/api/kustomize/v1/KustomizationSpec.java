package io.fluxj.api.kustomize.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.kustomize.IgnoreRule;
import io.fluxj.api.kustomize.Image;
import io.fluxj.api.kustomize.Patch;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.CommonMetadata;
import io.fluxj.api.meta.DependencyReference;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.HealthCheckExpression;
import io.fluxj.api.meta.KubeConfigReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to build, where to apply it, how to judge the result.
 *
 * @param sourceRef The source whose artifact is built.
 * @param sourceRefs More sources. With any, the artifacts of all, that of sourceRef too, lie side by side, each in a directory of its source's name, and spec.path begins with one of these names. No two may have the same name.
 * @param path Directory within the artifact that is built. When it has no kustomization.yaml one that lists every manifest below it is assumed. Defaults to the root of the artifact.
 * @param interval How often the objects are compared with the source and put right, besides at every new revision. Default: {@code 10m}.
 * @param retryInterval How soon to try again after a failure. Defaults to the interval.
 * @param timeout Longest time for building, applying and health checks, each. Defaults to the interval less 30 seconds, and is never below 30 seconds.
 * @param prune Delete from the cluster what this Kustomization applied earlier and the source no longer has. Default: {@code false}.
 * @param deletionPolicy What becomes of the applied objects when this Kustomization is deleted. Defaults to MirrorPrune.
 * @param suspend Pause. While true nothing is applied or corrected.
 * @param force Delete and create anew an object whose change the API server refuses because a field is immutable. The annotation kustomize.toolkit.fluxcd.io/force does the same for one object. Default: {@code false}.
 * @param dependsOn Kustomizations that have to be ready, with the current revision of a shared source, before this one is applied.
 * @param targetNamespace Namespace to put every namespaced object in. It must exist or be part of the build.
 * @param namePrefix Text put before the name of every object.
 * @param nameSuffix Text put after the name of every object.
 * @param commonMetadata Labels and annotations for every object.
 * @param components Kustomize components, as paths from spec.path, added to the build.
 * @param ignoreMissingComponents Skip components whose directory does not exist, instead of failing. Defaults to false.
 * @param patches Kustomize patches over the built objects, in this order.
 * @param images Container images to replace.
 * @param buildMetadata What kustomize shall note in annotations of every object.
 * @param postBuild Variables to replace in the built objects.
 * @param decryption How to decrypt what SOPS has encrypted.
 * @param waitUntilHealthy Wait until every applied object is healthy. The field healthChecks is then without effect. Defaults to false.
 * @param healthChecks Objects that must be healthy for this Kustomization to be ready.
 * @param healthCheckExprs How to judge the health of custom resources that do not follow the kstatus conventions.
 * @param ignore Fields that others may change: their drift is neither noticed nor corrected.
 * @param serviceAccountName Service account in the same namespace with whose rights everything is applied and deleted.
 * @param kubeConfig The cluster to apply to, when it is another one than the controller's. Together with serviceAccountName that account is impersonated in the other cluster.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record KustomizationSpec(
        SourceReference sourceRef,
        List<SourceReference> sourceRefs,
        @Nullable String path,
        GoDuration interval,
        @Nullable GoDuration retryInterval,
        @Nullable GoDuration timeout,
        Boolean prune,
        @Nullable Choice<DeletionPolicy> deletionPolicy,
        @Nullable Boolean suspend,
        @Nullable Boolean force,
        List<DependencyReference> dependsOn,
        @Nullable String targetNamespace,
        @Nullable String namePrefix,
        @Nullable String nameSuffix,
        @Nullable CommonMetadata commonMetadata,
        List<String> components,
        @Nullable Boolean ignoreMissingComponents,
        List<Patch> patches,
        List<Image> images,
        List<Choice<BuildMetadata>> buildMetadata,
        @Nullable PostBuild postBuild,
        @Nullable Decryption decryption,
        @JsonProperty("wait") @Nullable Boolean waitUntilHealthy,
        List<HealthCheck> healthChecks,
        List<HealthCheckExpression> healthCheckExprs,
        List<IgnoreRule> ignore,
        @Nullable String serviceAccountName,
        @Nullable KubeConfigReference kubeConfig,
        @UnknownFields Map<String, Object> unknown)
        implements KustomizationSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public KustomizationSpec {
        sourceRefs = Absent.copy(sourceRefs);
        dependsOn = Absent.copy(dependsOn);
        components = Absent.copy(components);
        patches = Absent.copy(patches);
        images = Absent.copy(images);
        buildMetadata = Absent.copy(buildMetadata);
        healthChecks = Absent.copy(healthChecks);
        healthCheckExprs = Absent.copy(healthCheckExprs);
        ignore = Absent.copy(ignore);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static KustomizationSpecBuilder builder() {
        return KustomizationSpecBuilder.builder();
    }
}
