package io.fluxj.api.helm.v2;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
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
 * Which chart to install, with which values, and what to do when it fails. One of chart and chartRef has to be set, not both.
 *
 * @param chart The chart, from which a HelmChart object is made. Not together with chartRef.
 * @param chartRef An OCIRepository, HelmChart or ExternalArtifact that is the chart. Not together with chart.
 * @param interval How often the release is compared with what it should be, and put right, besides at every change.
 * @param releaseName Name of the release in Helm. Defaults to the name of this object, with the target namespace and a hyphen before it when that is set.
 * @param targetNamespace Namespace to install into. Defaults to that of this object.
 * @param storageNamespace Namespace of the Secrets in which Helm keeps the releases. Defaults to that of this object.
 * @param dependsOn HelmReleases that have to be ready before this one is installed or upgraded.
 * @param timeout Longest time for one step, such as a hook's Job. Defaults to 5m.
 * @param maxHistory How many revisions Helm keeps; 0 keeps all. Defaults to 5.
 * @param values Values for the chart, merged last.
 * @param valuesFrom ConfigMaps and Secrets with values, merged in this order, before values.
 * @param install How to install.
 * @param upgrade How to upgrade.
 * @param test Whether and how to run the chart's tests.
 * @param rollback How to roll back.
 * @param uninstall How to uninstall.
 * @param driftDetection Whether to correct what was changed by hand.
 * @param healthCheckExprs How to judge the health of custom resources that do not follow the kstatus conventions.
 * @param waitStrategy How to wait for the objects of a release to be ready.
 * @param postRenderers Changes to the rendered manifests, in this order.
 * @param postRenderStrategy Whether hooks are post-rendered as well. Defaults to combined.
 * @param commonMetadata Labels and annotations for every object of the release.
 * @param serviceAccountName Service account in the same namespace with whose rights everything is applied and deleted.
 * @param kubeConfig The cluster to install into, when it is another one than the controller's. Together with serviceAccountName that account is impersonated in the other cluster.
 * @param persistentClient Keep one client for all steps of an action. Turn it off when a chart makes kinds during the action that later steps need. Defaults to true.
 * @param suspend Pause. While true nothing is installed, upgraded or corrected.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HelmReleaseSpec(
        @Nullable ChartTemplate chart,
        @Nullable ChartReference chartRef,
        GoDuration interval,
        @Nullable String releaseName,
        @Nullable String targetNamespace,
        @Nullable String storageNamespace,
        List<DependencyReference> dependsOn,
        @Nullable GoDuration timeout,
        @Nullable Long maxHistory,
        @Nullable JsonNode values,
        List<ValuesReference> valuesFrom,
        @Nullable Install install,
        @Nullable Upgrade upgrade,
        @Nullable Test test,
        @Nullable Rollback rollback,
        @Nullable Uninstall uninstall,
        @Nullable DriftDetection driftDetection,
        List<HealthCheckExpression> healthCheckExprs,
        @Nullable WaitStrategy waitStrategy,
        List<PostRenderer> postRenderers,
        @Nullable Choice<PostRenderStrategy> postRenderStrategy,
        @Nullable CommonMetadata commonMetadata,
        @Nullable String serviceAccountName,
        @Nullable KubeConfigReference kubeConfig,
        @Nullable Boolean persistentClient,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements HelmReleaseSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HelmReleaseSpec {
        dependsOn = Absent.copy(dependsOn);
        valuesFrom = Absent.copy(valuesFrom);
        healthCheckExprs = Absent.copy(healthCheckExprs);
        postRenderers = Absent.copy(postRenderers);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HelmReleaseSpecBuilder builder() {
        return HelmReleaseSpecBuilder.builder();
    }
}
