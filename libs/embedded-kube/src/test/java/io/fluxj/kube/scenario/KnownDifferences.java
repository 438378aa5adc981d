package io.fluxj.kube.scenario;

import java.util.Set;

/** Scenarios that this server answers otherwise than the real one; {@code docs/embedded-kube.md} says why. */
final class KnownDifferences {
    static final Set<String> ALL = Set.of(
            // Rights that one has not may be given to others.
            "callers/no more rights than one's own",
            "callers/a binding needs the rights it gives",
            // Keys that come twice are not noticed.
            "requests/json with a key twice, strictly",
            "requests/json with a key twice, warned of");

    private KnownDifferences() {}
}
