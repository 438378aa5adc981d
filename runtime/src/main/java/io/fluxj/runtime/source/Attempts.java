package io.fluxj.runtime.source;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions each running pass works on, so that only a newer one ends it early. A pass begins before it looks its sources up:
 * what arrives between the two is remembered, and not lost.
 */
public final class Attempts {

    private static final String NONE = "";

    private final Map<ResourceID, Map<SourceName, Running>> passes = new ConcurrentHashMap<>();

    /**
     * A source of a pass.
     *
     * @param revision the pass works on; empty while it looks the source up
     * @param arrived the last revision that came meanwhile; empty when none did
     */
    private record Running(String revision, String arrived) {

        boolean isBehind(String now) {
            return !revision.equals(NONE) && !revision.equals(now);
        }
    }

    /** A pass begins, and will look its sources up. */
    public void begin(ResourceID object) {
        passes.put(object, new ConcurrentHashMap<>());
    }

    /**
     * The pass has looked up this revision and works on it, unless it missed another.
     *
     * @return whether another one arrived meanwhile, so that the pass should look again
     */
    public boolean missed(ResourceID object, SourceName source, String revision) {
        Running before =
                passes.computeIfAbsent(object, _ -> new ConcurrentHashMap<>()).put(source, new Running(revision, NONE));
        return before != null
                && !before.arrived().equals(NONE)
                && !before.arrived().equals(revision);
    }

    /** The pass is over. */
    public void end(ResourceID object) {
        passes.remove(object);
    }

    /**
     * A revision of a source of the object came.
     *
     * @return whether a running pass works on another one
     */
    public boolean arrived(ResourceID object, SourceName source, String revision) {
        @Nullable Map<SourceName, Running> pass = passes.get(object);
        return pass != null
                && pass.merge(
                                source,
                                new Running(NONE, revision),
                                (before, now) -> new Running(before.revision(), now.arrived()))
                        .isBehind(revision);
    }
}
