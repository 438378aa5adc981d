package io.fluxj.kube;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.request.Reactions;
import org.jspecify.annotations.Nullable;

/** Passes on to loops that are made after what they listen to. */
final class LateReactions implements Reactions {
    private @Nullable Reactions target;

    void set(Reactions reactions) {
        target = reactions;
    }

    @Override
    public void stored(ResourceType type, ObjectNode object) {
        if (target != null) {
            target.stored(type, object);
        }
    }

    @Override
    public void removed(ResourceType type, ObjectNode object) {
        if (target != null) {
            target.removed(type, object);
        }
    }
}
