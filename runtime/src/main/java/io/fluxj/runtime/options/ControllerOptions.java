package io.fluxj.runtime.options;

import java.util.List;

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

    /** What {@code --profile=locked-down} sets, such as {@code --no-cross-namespace-refs=true}. */
    default List<String> lockedDown() {
        return List.of();
    }

    /** How far intervals are spread, 0 to 99; 0 for controllers whose intervals are kept to the second. */
    default int jitterPercentage() {
        return shared().jitter().percentage();
    }
}
