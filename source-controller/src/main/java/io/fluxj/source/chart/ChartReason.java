package io.fluxj.source.chart;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that HelmChart has besides those of all sources. Source: conditions-events §3. */
enum ChartReason implements Reason {
    SOURCE_UNAVAILABLE("SourceUnavailable"),
    UNSUPPORTED_SOURCE_KIND("UnsupportedSourceKind"),
    NO_SOURCE_ARTIFACT("NoSourceArtifact"),
    NEW_CHART("NewChart"),
    RESOLVED_DEPENDENCIES("ResolvedDependencies"),
    CHART_PULL_SUCCEEDED("ChartPullSucceeded"),
    CHART_PACKAGE_SUCCEEDED("ChartPackageSucceeded");

    private final String text;

    ChartReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
