package io.fluxj.runtime.options;

/**
 * The flags of one controller: a picocli command class whose fields are {@code @Mixin}s of this package and its own {@code @Option}s.
 */
public interface ControllerOptions {
    /** The shared flags. */
    SharedOptions shared();

    /** {@code --concurrent}: passes of each kind that may work at once. */
    int concurrent();

    /** Where this controller POSTs its own events to; empty for nowhere. */
    default String eventsPostedTo() {
        return shared().endpoints().events();
    }

    /** How far intervals are spread, 0 to 99; 0 for controllers whose intervals are kept to the second. */
    default int jitterPercentage() {
        return shared().jitter().percentage();
    }
}
