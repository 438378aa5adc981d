package io.fluxj.runtime.reconcile.frame;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where an exception came from, without its messages, which may hold secrets. */
final class Traces {
    private static final int FRAMES = 30;

    private Traces() {}

    static String of(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n"));
    }
}
