package io.fluxj.sandbox;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ports on loopback that the controllers of the sandbox are reached at; see {@link KeptPort}.
 *
 * @param artifacts of the source-controller
 * @param events that the controllers post to
 * @param webhooks of Receivers
 * @param messages that the Provider of the sample sends to
 */
record SandboxPorts(int artifacts, int events, int webhooks, int messages) {

    /** Those of a sandbox's folder. */
    static SandboxPorts in(Path home) throws IOException {
        return new SandboxPorts(
                KeptPort.in(home.resolve("ports/artifacts")),
                KeptPort.in(home.resolve("ports/events")),
                KeptPort.in(home.resolve("ports/webhooks")),
                KeptPort.in(home.resolve("ports/messages")));
    }
}
