package io.fluxj.runtime.reconcile;

/** Why a condition or an event is what it is; each kind has an enum of its own that holds Flux's strings. */
public interface Reason {
    /** The string as it is written to conditions and events, CamelCase. */
    String text();
}
