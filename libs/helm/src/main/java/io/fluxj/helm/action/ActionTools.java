package io.fluxj.helm.action;

import io.fluxj.helm.Notices;
import io.fluxj.helm.render.Renderer;
import java.time.Clock;
import java.time.OffsetDateTime;

/** What actions work with. */
public record ActionTools(
        ReleaseStorage storage,
        Renderer renderer,
        ReleaseCluster cluster,
        ReleaseWaits waits,
        PodOutput output,
        Clock clock,
        Notices notices) {

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
