package io.fluxj.runtime.source;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which revision each running pass works on, so that only a newer one ends it early. A pass begins before it looks its source up:
 * what arrives between the two is remembered, and not lost.
 */
public final class Attempts {

    private static final String NONE = "";

    private final Map<ResourceID, Running> passes = new ConcurrentHashMap<>();

    /**
     * A pass.
     *
     * @param revision it works on; empty while it looks its source up
     * @param arrived the last revision that came meanwhile; empty when none did
     */
    private record Running(String revision, String arrived) {}

    /** A pass begins, and will look its source up. */
    public void begin(ResourceID object) {
        passes.put(object, new Running(NONE, NONE));
    }

    /**
     * The pass has looked up this revision and works on it, unless it missed another.
     *
     * @return whether another one arrived meanwhile, so that the pass should look again
     */
    public boolean missed(ResourceID object, String revision) {
        Running before = passes.put(object, new Running(revision, NONE));
        return before != null
                && !before.arrived().equals(NONE)
                && !before.arrived().equals(revision);
    }

    /** The pass is over. */
    public void end(ResourceID object) {
        passes.remove(object);
    }

    /**
     * A revision of the object's source came.
     *
     * @return whether a running pass works on another one
     */
    public boolean arrived(ResourceID object, String revision) {
        @Nullable
        Running running = passes.computeIfPresent(object, (_, pass) -> new Running(pass.revision(), revision));
        return running != null
                && !running.revision().equals(NONE)
                && !running.revision().equals(revision);
    }
}
