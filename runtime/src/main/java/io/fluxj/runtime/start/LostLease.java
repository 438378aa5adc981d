package io.fluxj.runtime.start;

/** What a controller does when it has lost its lease. */
enum LostLease {
    /** Stops, and leaves the process to whoever started it there. */
    STOP,
    /** Ends the process at once: what is still running must not go on. */
    HALT
}
