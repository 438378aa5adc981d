package io.fluxj.runtime.reconcile.frame;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After some errors nothing in the process can be relied on: other threads may have died of them silently. It ends, and is started again. */
public final class FatalErrors {
    /** As the JVM's own {@code -XX:+ExitOnOutOfMemoryError} has it. */
    static final int EXIT_CODE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(FatalErrors.class);

    private FatalErrors() {}

    /** Ends the process if {@code thrown} is such an error. A stack that overflowed is none: it is that pass's alone. */
    static void endProcess(Throwable thrown) {
        if (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError)) {
            endProcess(thrown.toString());
        }
    }

    /** Ends the process, even if the reason cannot be logged any more. */
    public static void endProcess(String why) {
        try {
            LOG.error("the process ends: {}", why);
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
