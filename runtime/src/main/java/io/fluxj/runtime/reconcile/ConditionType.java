package io.fluxj.runtime.reconcile;

/** Names of the condition types that the frame itself writes. Source: conditions-events §2. */
public final class ConditionType {
    /** Whether the object is as its spec wants it; positive. */
    public static final String READY = "Ready";
    /** Work is under way or will be tried again; abnormal when True. */
    public static final String RECONCILING = "Reconciling";
    /** Nothing more is tried until the object changes; abnormal when True. */
    public static final String STALLED = "Stalled";

    private ConditionType() {}
}
