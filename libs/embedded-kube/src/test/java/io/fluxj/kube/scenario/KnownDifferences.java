package io.fluxj.kube.scenario;

import java.util.Set;

/** Scenarios that this server answers otherwise than the real one; {@code docs/embedded-kube.md} says why. */
final class KnownDifferences {
    static final Set<String> ALL = Set.of(
            // Keys that come twice are not noticed.
            "requests/json with a key twice, strictly", "requests/json with a key twice, warned of");

    private KnownDifferences() {}
}
