package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;

/** Hears of writes by requests after they are stored, before they are answered. */
public interface Reactions {
    /** An object was created or replaced. */
    void stored(ResourceType type, ObjectNode object);

    /** An object is gone. */
    void removed(ResourceType type, ObjectNode object);
}
