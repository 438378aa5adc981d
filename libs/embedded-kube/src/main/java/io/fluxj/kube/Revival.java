package io.fluxj.kube;

import io.fluxj.kube.api.GroupVersion;
import io.fluxj.kube.controller.ControlLoops;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.store.Stored;
import java.util.ArrayList;
import java.util.List;

/** Lets what follows a write follow the objects that were put back: definitions are served first, then the rest. */
final class Revival {
    private static final String DEFINITION = "CustomResourceDefinition";

    private final Core core;
    private final ControlLoops loops;

    Revival(Core core, ControlLoops loops) {
        this.core = core;
        this.loops = loops;
    }

    void run() {
        List<Stored> all = new ArrayList<>();
        core.store().forEach((resource, key, stored) -> all.add(stored));
        all.stream().filter(Revival::isDefinition).forEach(this::revive);
        all.stream().filter(stored -> !isDefinition(stored)).forEach(this::revive);
    }

    private static boolean isDefinition(Stored stored) {
        return stored.object().path("kind").asText().equals(DEFINITION);
    }

    private void revive(Stored stored) {
        GroupVersion version =
                GroupVersion.parse(stored.object().path("apiVersion").asText());
        core.catalog().ofKind(version, stored.object().path("kind").asText()).ifPresent(type -> {
            core.preparation().restored(type, stored.object());
            loops.stored(type, stored.object());
        });
    }
}
