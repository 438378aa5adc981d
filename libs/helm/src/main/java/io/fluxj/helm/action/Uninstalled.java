package io.fluxj.helm.action;

import io.fluxj.helm.release.Release;

/**
 * A release that is gone.
 *
 * @param release as its record is, or would be had it been kept
 * @param info what was left in the cluster because the chart wants it so, in Helm's words; empty when nothing was
 */
public record Uninstalled(Release release, String info) {}
