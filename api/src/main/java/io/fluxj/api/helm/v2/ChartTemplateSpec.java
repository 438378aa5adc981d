package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.ReconcileStrategy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which chart, from where.
 *
 * @param chart Name of the chart in the HelmRepository, or its directory within the GitRepository or Bucket.
 * @param version Version range, such as "&gt;=1.0.0 &lt;2.0.0"; the greatest version within it is used. Without effect for charts from a GitRepository or Bucket. Default: {@code *}.
 * @param sourceRef Where the chart is.
 * @param interval How often to look for a new version. Defaults to the interval of the release.
 * @param reconcileStrategy What makes a new artifact of a chart from a GitRepository or Bucket. Default: {@code ChartVersion}.
 * @param valuesFiles Values files that replace the chart's own, merged in this order, later ones over earlier ones. Paths from the root of the source; from the chart for a HelmRepository.
 * @param ignoreMissingValuesFiles Skip values files that do not exist instead of failing. Defaults to false.
 * @param verify Check the signature of the chart. Only for charts in an OCI registry.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ChartTemplateSpec(
        String chart,
        @Nullable String version,
        ChartSourceReference sourceRef,
        @Nullable GoDuration interval,
        @Nullable Choice<ReconcileStrategy> reconcileStrategy,
        List<String> valuesFiles,
        @Nullable Boolean ignoreMissingValuesFiles,
        @Nullable ChartTemplateVerification verify,
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
