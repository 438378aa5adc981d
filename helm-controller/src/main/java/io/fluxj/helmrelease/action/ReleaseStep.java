package io.fluxj.helmrelease.action;

import io.fluxj.runtime.reconcile.Failure;
import java.time.Duration;

/** One action on a release. */
public interface ReleaseStep {

    /** Such as {@code install}. */
    String name();

    /** The group that it belongs to. */
    Turn turn();

    /** Longest time of each of its waits. */
    Duration timeout();

    /**
     * Does it. What came of it is in status, conditions and events afterwards; one that failed and left a record returns all the same, since the record
     * tells what to do next.
     *
     * @throws Failure when there is nothing that could be looked at next
     */
    void run() throws Failure, InterruptedException;
}
