package io.fluxj.kustomization.watch;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which revision each running pass works on, so that only a newer one ends it early. */
public final class Attempts {

    private final Map<ResourceID, String> revisions = new ConcurrentHashMap<>();

    /** A pass begins to work on a revision. */
    public void begin(ResourceID object, String revision) {
        revisions.put(object, revision);
    }

    /** The pass is over. */
    public void end(ResourceID object) {
        revisions.remove(object);
    }

    boolean isAtAnother(ResourceID object, String revision) {
        return !revisions.getOrDefault(object, revision).equals(revision);
    }
}
