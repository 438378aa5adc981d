package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.api.ResourceType;
import java.util.ArrayList;
import java.util.List;

/** What an object of a built-in kind may hold, and what may not change. Rules: the messages of Kubernetes 1.36's server. */
public final class Validation {
    private Validation() {}

    /** What is wrong with a new object. */
    public static List<Cause> create(ResourceType type, ObjectNode object) {
        List<Cause> out = new ArrayList<>(MetadataRules.check(type, object));
        if (!type.isCustom()) {
            out.addAll(KindRules.check(type, object));
        }
        return out;
    }

    /** What is wrong with the next state of an object. */
    public static List<Cause> update(ResourceType type, ObjectNode live, ObjectNode next) {
        List<Cause> out = new ArrayList<>(MetadataRules.check(type, next));
        out.addAll(MetadataRules.changes(live, next));
        if (!type.isCustom()) {
            // Built-in kinds check their metadata once more by themselves.
            out.addAll(MetadataRules.changes(live, next));
            if (type.kind().equals("Deployment")) {
                out.addAll(KindRules.check(type, next));
                out.addAll(KindRules.changes(type, live, next));
                return out;
            }
            out.addAll(KindRules.changes(type, live, next));
            out.addAll(KindRules.check(type, next));
        }
        return out;
    }
}
