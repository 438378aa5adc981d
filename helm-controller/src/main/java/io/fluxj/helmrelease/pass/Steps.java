package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.helmrelease.chart.ChartStep;
import io.fluxj.helmrelease.chart.GeneratedCharts;
import io.fluxj.helmrelease.values.UnreadValues;
import io.fluxj.helmrelease.values.ValuesStep;
import io.fluxj.runtime.dependency.DependencyStep;
import io.fluxj.runtime.source.SourceStep;

/** What has to be there before a release is acted on, in the order in which it is asked for. */
record Steps(
        GeneratedCharts generated,
        DependencyStep<HelmRelease, HelmReleaseStatus> dependencies,
        SourceStep<HelmRelease> sources,
        ValuesStep values,
        ChartStep charts,
        UnreadValues unread,
        TargetStep targets) {}
