package io.fluxj.runtime.secret;

import java.util.concurrent.Callable;

/** Which {@link Scrubber} the log lines of a thread go through, whoever writes them: those of libraries too. */
public final class ScrubbedLines {
    private static final ScopedValue<Scrubber> CURRENT = ScopedValue.newInstance();
    private static final Scrubber PLAIN = new Scrubber();

    private ScrubbedLines() {}

    /** Runs {@code work} so that its lines go through {@code scrubber}. */
    public static <T> T through(Scrubber scrubber, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, scrubber).call(work::call);
    }

    /** The line without what the running pass conceals, and without what looks like a secret anywhere. */
    public static String scrub(String line) {
        return CURRENT.orElse(PLAIN).scrub(line);
    }
}
