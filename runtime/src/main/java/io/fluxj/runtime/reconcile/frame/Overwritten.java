package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when somebody else has written the status of an object between two passes, such as a leader that was frozen: what it says is then put right
 * by a pass of ours. At most two a minute for one object, so that two controllers that both think it theirs do not drive each other.
 */
final class Overwritten<R extends CustomResource<?, ?>> {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Map<ResourceID, Seen> seen = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** The version of the object that the last pass left behind, and when a pass was last asked for. */
    private record Seen(long version, @Nullable Long asked) {}

    Overwritten(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A pass ended and left the object so. */
    void left(R object) {
        seen.compute(
                ResourceID.fromResource(object),
                (id, known) -> new Seen(ResourceVersion.of(object), known == null ? null : known.asked()));
    }

    /** Whether an update that came while no pass was running asks for one. */
    boolean asksForPass(R after, R before) {
        ResourceID id = ResourceID.fromResource(after);
        Seen known = seen.get(id);
        if (known == null
                || ResourceVersion.of(after) <= known.version()
                || Objects.equals(after.getStatus(), before.getStatus())) {
            return false;
        }
        long now = nanoTime.getAsLong();
        if (known.asked() != null && now - known.asked() < PAUSE.toNanos()) {
            return false;
        }
        seen.put(id, new Seen(known.version(), now));
        return true;
    }

    void forget(ResourceID id) {
        seen.remove(id);
    }

    int size() {
        return seen.size();
    }
}
