package io.fluxj.source.server;

import java.time.Duration;

/**
 * How long clients may take.
 *
 * @param request from the first byte of a request to the end of its head
 * @param idle between two pieces of an answer that the client takes
 * @param total for a request with its answer
 */
record Patience(Duration request, Duration idle, Duration total) {
    /** Enough for the slowest honest client: half a minute without taking anything, an hour in all. */
    static final Patience DEFAULT = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofHours(1));
}
