package io.fluxj.helm.action;

import java.time.Duration;
import java.util.List;

/** Waits for objects of the cluster. Every wait may be ended from outside, with a {@link ClusterException} of the kind {@code CANCELLED}. */
public interface ReleaseWaits {

    /**
     * Blocks until the objects are ready.
     *
     * @param jobs whether Jobs have to be complete
     * @throws ClusterException of the kind {@code NOT_READY} saying which are not
     */
    void untilReady(List<ReleaseObject> objects, WaitMode mode, boolean jobs, Duration timeout)
            throws InterruptedException;

    /**
     * Blocks until a hook's Pod has succeeded or its Job is complete; nothing else is waited for.
     *
     * @throws ClusterException of the kind {@code NOT_READY} when it failed or took too long
     */
    void untilRun(ReleaseObject hook, WaitMode mode, Duration timeout) throws InterruptedException;

    /**
     * Blocks until the objects are gone.
     *
     * @throws ClusterException of the kind {@code NOT_READY} saying which are left
     */
    void untilGone(List<ObjectId> objects, Duration timeout) throws InterruptedException;
}
