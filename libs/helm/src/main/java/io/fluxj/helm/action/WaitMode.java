package io.fluxj.helm.action;

/** What an action waits for once it has applied its objects. Hooks are always waited for. */
public enum WaitMode {
    /** Until every object is current by the rules of kstatus; ends with the first one that has failed. */
    READY,
    /** Until Helm 3 would have called them ready. */
    LEGACY,
    HOOKS_ONLY
}
