package io.fluxj.kube.http;

import java.time.Duration;

/**
 * How long clients may take.
 *
 * @param head from the first byte of a request, or from when a connection is made, to the end of the request's head
 * @param body from the end of the head to the end of the body
 */
record Patience(Duration head, Duration body) {
    /** As the real server has it. */
    static final Patience DEFAULT = new Patience(Duration.ofSeconds(32), Duration.ofSeconds(60));
}
