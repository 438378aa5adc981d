package io.fluxj.helmrelease.options;

import java.time.Duration;

/**
 * When memory is nearly used up.
 *
 * @param percent of the limit
 * @param interval between two looks
 * @param limitFile says the limit in bytes; empty for that of the control group
 * @param useFile says the bytes in use; empty for that of the control group
 */
public record MemoryBounds(int percent, Duration interval, String limitFile, String useFile) {}
