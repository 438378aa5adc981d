package io.fluxj.source.chart;

import io.fluxj.source.artifact.SourceConditions;

/** The conditions of HelmChart. */
final class ChartCondition {
    /** The chart cannot be packed, or nobody vouches for it; abnormal when True. */
    static final String BUILD_FAILED = "BuildFailed";

    static final SourceConditions ALL = SourceConditions.of(BUILD_FAILED).verified();

    private ChartCondition() {}
}
