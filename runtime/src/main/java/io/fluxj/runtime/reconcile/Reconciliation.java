package io.fluxj.runtime.reconcile;

import io.fabric8.kubernetes.client.CustomResource;

/** What a kind does; the frame does everything else. One instance serves all objects of the kind at once. */
public interface Reconciliation<R extends CustomResource<?, S>, S> {
    /** What the frame has to know of the kind. */
    KindRules<R, S> rules();

    /** Brings the object nearer to its spec. */
    Outcome reconcile(Pass<R, S> pass) throws Failure, InterruptedException;

    /** Runs before the finalizer goes; a Failure keeps it and is tried again. */
    void cleanUp(Pass<R, S> pass) throws Failure, InterruptedException;

    /** The object is suspended: marks and tells that where the kind's objects do. Nothing else is done for it. */
    default void suspended(Pass<R, S> pass) {}

    /**
     * Whether others read the object and nothing is done for it: then it has neither finalizer nor status, and what was done for it before it became one of
     * these is cleaned up. Source: conditions-events §1.
     */
    default boolean isStatic(R object) {
        return false;
    }

    /** The object is gone, whether or not it had our finalizer: whatever is remembered of it goes too. */
    void forget(R object);
}
