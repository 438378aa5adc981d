package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/** What starts a pass, and what tells a running one that something newer came. One per kind. */
public final class Triggers<R extends CustomResource<?, ?>> {
    /** The annotation whose change asks for a pass. Source: conditions-events §11. */
    public static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";

    private final Map<ResourceID, Newer> running = new ConcurrentHashMap<>();
    private final List<BiConsumer<R, R>> observers = new CopyOnWriteArrayList<>();

    private final List<BiPredicate<R, R>> changes = new CopyOnWriteArrayList<>();

    private final List<WorkPermits> permits;

    private final BiPredicate<R, R> overwritten;

    Triggers(List<WorkPermits> permits, BiPredicate<R, R> overwritten) {
        this.permits = List.copyOf(permits);
        this.overwritten = overwritten;
    }

    /** The process stops: ends what waits, for a permit or for something else, and lets nothing wait any more. Passes at work run to their end. */
    public void stop() {
        permits.forEach(WorkPermits::stop);
    }

    /** Shows {@code observer} every update of a primary object, status included: the new state, then the old. It must not block. */
    public void observe(BiConsumer<R, R> observer) {
        observers.add(observer);
    }

    /** Updates that {@code change} holds for start a pass as well: the new state, then the old. It must not block. */
    void passAlsoAt(BiPredicate<R, R> change) {
        changes.add(change);
    }

    /**
     * Accepts an update of the primary object when its generation, the requested token or its deletion timestamp changed, it lost its finalizer,
     * somebody else wrote its status, or its kind asked for it, and ends the running pass of that object early when it is one of a newer spec or token.
     */
    public OnUpdateFilter<R> updateFilter() {
        return (after, before) -> {
            observers.forEach(observer -> observer.accept(after, before));
            boolean outdated = specChanged(after, before) || deletionChanged(after, before);
            boolean newer = outdated || tokenChanged(after, before);
            if (newer) {
                tell(after, outdated);
            }
            return newer
                    || finalizerLost(after, before)
                    || statusOverwritten(after, before)
                    || changes.stream().anyMatch(change -> change.test(after, before));
        };
    }

    /**
     * Tells the running pass of {@code object}, if there is one, that something newer came.
     *
     * @param description what came, {@code Kind/namespace/name}
     */
    public void fire(ResourceID object, String description) {
        Newer pass = running.get(object);
        if (pass != null) {
            pass.superseded().complete(description);
        }
    }

    private void tell(R object, boolean outdated) {
        Newer pass = running.get(ResourceID.fromResource(object));
        if (pass == null) {
            return;
        }
        if (outdated) {
            pass.outdated().complete(describe(object));
        }
        pass.superseded().complete(describe(object));
    }

    /** From now on the pass of {@code object} hears of what comes, until the returned value is closed. */
    Begun begin(ResourceID object) {
        Begun begun = new Begun(object, new Newer(), running);
        running.put(object, begun.newer());
        return begun;
    }

    /** A pass that hears of what comes. */
    record Begun(ResourceID object, Newer newer, Map<ResourceID, Newer> running) implements AutoCloseable {
        @Override
        public void close() {
            running.remove(object, newer);
        }
    }

    int runningPasses() {
        return running.size();
    }

    boolean isRunning(ResourceID object) {
        return running.containsKey(object);
    }

    private boolean statusOverwritten(R after, R before) {
        return !isRunning(ResourceID.fromResource(after)) && overwritten.test(after, before);
    }

    private static boolean specChanged(CustomResource<?, ?> after, CustomResource<?, ?> before) {
        return !Objects.equals(
                after.getMetadata().getGeneration(), before.getMetadata().getGeneration());
    }

    private static boolean tokenChanged(CustomResource<?, ?> after, CustomResource<?, ?> before) {
        String token = Token.of(after);
        return !token.isEmpty() && !token.equals(Token.of(before));
    }

    private static boolean deletionChanged(CustomResource<?, ?> after, CustomResource<?, ?> before) {
        return !Objects.equals(
                after.getMetadata().getDeletionTimestamp(), before.getMetadata().getDeletionTimestamp());
    }

    private static boolean finalizerLost(CustomResource<?, ?> after, CustomResource<?, ?> before) {
        return Finalizer.isOn(before) && !Finalizer.isOn(after);
    }

    private static String describe(CustomResource<?, ?> object) {
        return object.getKind() + "/" + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
    }
}
