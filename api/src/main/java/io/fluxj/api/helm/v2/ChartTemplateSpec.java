package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.meta.RegistryProvider;
import io.fluxj.api.source.v1.OCILayerSelector;
import io.fluxj.api.source.v1.OCIRepositoryReference;
import io.fluxj.api.source.v1.ReconcileStrategy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which chart, from where: the fields of a HelmChart, and those of an OCIRepository, of which those count that the kind of the template has.
 *
 * @param chart Name of the chart in the HelmRepository, or its directory within the GitRepository or Bucket.
 * @param version Version range, such as "&gt;=1.0.0 &lt;2.0.0"; the greatest version within it is used. Without effect for charts from a GitRepository or Bucket. Default: {@code *}.
 * @param sourceRef Where the chart is.
 * @param interval How often to look for a new version. Defaults to the interval of the release.
 * @param reconcileStrategy What makes a new artifact of a chart from a GitRepository or Bucket. Default: {@code ChartVersion}.
 * @param valuesFiles Values files that replace the chart's own, merged in this order, later ones over earlier ones. Paths from the root of the source; from the chart for a HelmRepository.
 * @param ignoreMissingValuesFiles Skip values files that do not exist instead of failing. Defaults to false.
 * @param verify Check the signature of the chart. Only for charts in an OCI registry.
 * @param url Address of the artifact as oci://host/path, without tag and digest. Required for an OCIRepository, and for that alone, as are the fields that follow.
 * @param ref Which revision to fetch. The tag latest when not set.
 * @param layerSelector Which layer to take, and how. The chart as it is when not set.
 * @param provider Who issues the credentials for the registry.
 * @param secretRef Secret of type kubernetes.io/dockerconfigjson with the credentials for the registry.
 * @param serviceAccountName Service account whose image pull secrets, or workload identity, are used for the registry.
 * @param certSecretRef Secret with tls.crt and tls.key for client authentication, and ca.crt to verify the registry.
 * @param proxySecretRef Secret with the address of an HTTP proxy, and username and password where it wants them.
 * @param timeout Longest time for one operation with the registry.
 * @param ignore Files to leave out of the artifact, as lines in the form of .gitignore. Without effect when the layer is copied as it is.
 * @param insecure Speak plain HTTP with the registry. Defaults to false.
 * @param suspend Pause the object that is made. Defaults to false.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ChartTemplateSpec(
        @Nullable String chart,
        @Nullable String version,
        @Nullable ChartSourceReference sourceRef,
        @Nullable GoDuration interval,
        @Nullable Choice<ReconcileStrategy> reconcileStrategy,
        List<String> valuesFiles,
        @Nullable Boolean ignoreMissingValuesFiles,
        @Nullable ChartTemplateVerification verify,
        @Nullable String url,
        @Nullable OCIRepositoryReference ref,
        @Nullable OCILayerSelector layerSelector,
        @Nullable Choice<RegistryProvider> provider,
        @Nullable LocalObjectReference secretRef,
        @Nullable String serviceAccountName,
        @Nullable LocalObjectReference certSecretRef,
        @Nullable LocalObjectReference proxySecretRef,
        @Nullable GoDuration timeout,
        @Nullable String ignore,
        @Nullable Boolean insecure,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements ChartTemplateSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ChartTemplateSpec {
        valuesFiles = Absent.copy(valuesFiles);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ChartTemplateSpecBuilder builder() {
        return ChartTemplateSpecBuilder.builder();
    }
}
