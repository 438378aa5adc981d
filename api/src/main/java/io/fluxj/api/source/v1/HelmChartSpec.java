package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which chart to fetch, from where, how often.
 *
 * @param chart Name of the chart in the HelmRepository, or its directory within the GitRepository or Bucket.
 * @param version Version range, such as "&gt;=1.0.0 &lt;2.0.0"; the greatest version within it is fetched. Without effect for charts from a GitRepository or Bucket. Default: {@code *}.
 * @param sourceRef Where the chart is.
 * @param interval How often to look for a new version, such as 5m or 1h.
 * @param reconcileStrategy What makes a new artifact of a chart from a GitRepository or Bucket. Default: {@code ChartVersion}.
 * @param valuesFiles Values files that replace the chart's own, merged in this order, later ones over earlier ones. Paths from the root of the source; from the chart for a HelmRepository.
 * @param ignoreMissingValuesFiles Skip values files that do not exist instead of failing. Defaults to false.
 * @param verify Check the signature of the chart. Only for charts in an OCI registry.
 * @param suspend Pause. While true nothing is fetched; the last artifact stays available.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HelmChartSpec(
        String chart,
        @Nullable String version,
        HelmChartSourceReference sourceRef,
        GoDuration interval,
        @Nullable Choice<ReconcileStrategy> reconcileStrategy,
        List<String> valuesFiles,
        @Nullable Boolean ignoreMissingValuesFiles,
        @Nullable ChartVerification verify,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements HelmChartSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HelmChartSpec {
        valuesFiles = Absent.copy(valuesFiles);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HelmChartSpecBuilder builder() {
        return HelmChartSpecBuilder.builder();
    }
}
