package io.fluxj.runtime.peer;

/** How much other controllers must prove; written as {@code --peer-security} takes it. */
public enum PeerMode {
    /** Nothing: plain HTTP, as Flux speaks it. */
    disabled,
    /** What can be proved is; who does not is told of, and served all the same. */
    audit,
    /** Whoever does not is refused. */
    enforced
}
