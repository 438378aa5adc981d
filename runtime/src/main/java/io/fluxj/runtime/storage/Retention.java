package io.fluxj.runtime.storage;

import java.time.Duration;

/**
 * How long old artifacts are kept.
 *
 * @param ttl files not in use that are older than this go
 * @param records when more files than this are there, the oldest not in use go
 */
public record Retention(Duration ttl, int records) {}
