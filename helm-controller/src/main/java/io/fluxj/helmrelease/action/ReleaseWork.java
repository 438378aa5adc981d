package io.fluxj.helmrelease.action;

import io.fluxj.helm.render.PostRenderer;
import io.fluxj.helmrelease.ReleasePlace;
import io.fluxj.helmrelease.chart.LoadedChart;
import io.fluxj.helmrelease.values.ReleaseValues;

/**
 * A release that is to be brought about.
 *
 * @param site where
 * @param place name and namespaces
 * @param postRenderer changes what the chart renders
 * @param helm3 whether defaults are Helm 3's, gate {@code UseHelm3Defaults}
 */
public record ReleaseWork(
        ReleaseSite site,
        ReleasePlace place,
        LoadedChart chart,
        ReleaseValues values,
        PostRenderer postRenderer,
        boolean helm3) {}
