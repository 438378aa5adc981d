package io.fluxj.helm.action;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How an action is done.
 *
 * @param timeout of each wait: for the objects, and for every hook
 */
public record ActionOptions(
        Duration timeout,
        WaitMode waitMode,
        ServerSide serverSide,
        CrdPolicy crds,
        Propagation propagation,
        Set<Switch> switches) {

    public ActionOptions {
        switches = Set.copyOf(switches);
    }

    /** Waits until everything is ready, Jobs too; applies as the last revision; creates the definitions of the chart. */
    public static ActionOptions of(Duration timeout) {
        return new ActionOptions(
                timeout,
                WaitMode.READY,
                ServerSide.AUTO,
                CrdPolicy.CREATE,
                Propagation.BACKGROUND,
                Set.of(Switch.WAIT_FOR_JOBS));
    }

    public ActionOptions withWaitMode(WaitMode other) {
        return new ActionOptions(timeout, other, serverSide, crds, propagation, switches);
    }

    public ActionOptions withServerSide(ServerSide other) {
        return new ActionOptions(timeout, waitMode, other, crds, propagation, switches);
    }

    public ActionOptions withCrds(CrdPolicy other) {
        return new ActionOptions(timeout, waitMode, serverSide, other, propagation, switches);
    }

    public ActionOptions withPropagation(Propagation other) {
        return new ActionOptions(timeout, waitMode, serverSide, crds, other, switches);
    }

    /** With these switches on, too. */
    public ActionOptions with(Switch... more) {
        Set<Switch> all = new HashSet<>(switches);
        all.addAll(Arrays.asList(more));
        return new ActionOptions(timeout, waitMode, serverSide, crds, propagation, all);
    }

    /** With these switches off. */
    public ActionOptions without(Switch... fewer) {
        Set<Switch> all = new HashSet<>(switches);
        Arrays.asList(fewer).forEach(all::remove);
        return new ActionOptions(timeout, waitMode, serverSide, crds, propagation, all);
    }

    boolean has(Switch one) {
        return switches.contains(one);
    }
}
