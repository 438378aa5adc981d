package io.fluxj.helm.action;

/** What the Pods of hooks print. */
@FunctionalInterface
public interface PodOutput {
    /** Nothing. */
    PodOutput NONE = hook -> "";

    /**
     * The last lines of a Pod, or of the newest Pod of a Job; empty when there are none to be had, for whatever reason.
     *
     * @return some kilobytes at most
     */
    String tail(ObjectId hook);
}
