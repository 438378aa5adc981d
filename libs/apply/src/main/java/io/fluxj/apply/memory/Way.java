package io.fluxj.apply.memory;

import io.fluxj.apply.cluster.Cluster;

/**
 * Where, as whom and how a set is applied: what was found out one way says nothing about another.
 *
 * @param cluster as its client's own identity sees it
 * @param user who is impersonated; empty for nobody
 * @param options stands for whatever else decides how it is applied
 */
public record Way(Cluster cluster, String user, Hash options) {

    /** The way to apply as this view of a cluster does. */
    public static Way of(Cluster view, Hash options) {
        return new Way(view.own(), view.user(), options);
    }
}
