package io.fluxj.gotemplate;

import java.time.Duration;

/**
 * Bounds of one run.
 *
 * @param steps nodes executed, loops gone through, values visited by functions
 * @param depth templates executed within templates; Go's own bound is the standard one
 * @param characters text printed or made by functions, all of it together
 * @param time wall-clock time
 */
public record Limits(long steps, int depth, long characters, Duration time) {
    public static final Limits STANDARD = new Limits(200_000_000, 100_000, 512L << 20, Duration.ofMinutes(2));
}
