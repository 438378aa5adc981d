package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.kinds.Autoscalers;
import io.fluxj.kube.kinds.Events;
import io.fluxj.kube.schema.ZeroValues;

/** An object at another version of its kind. Custom kinds have the same fields at every version. */
final class Conversion {
    private Conversion() {}

    /** A copy at the other version; the same tree when there is nothing to do. */
    static ObjectNode convert(ResourceType from, ResourceType to, ObjectNode object) {
        if (from.groupVersion().equals(to.groupVersion())) {
            return object;
        }
        ObjectNode out = object.deepCopy();
        if (from.kind().equals("Event") && !from.isCustom()) {
            out = to.group().isEmpty() ? Events.toCore(out) : Events.toEventsGroup(out);
        } else if (from.kind().equals("HorizontalPodAutoscaler") && !from.isCustom()) {
            out = to.version().equals("v1") ? Autoscalers.toV1(out) : Autoscalers.toV2(out);
        }
        out.put("apiVersion", to.apiVersion());
        if (!to.isCustom()) {
            ZeroValues.normalize(to.schema(), out);
        }
        return out;
    }
}
