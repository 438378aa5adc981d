package io.fluxj.runtime.reconcile;

import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** What starts a pass, and what tells a running one that something newer came. One per kind. */
public final class Triggers<R extends CustomResource<?, ?>> {
    /** The annotation whose change asks for a pass. Source: conditions-events §11. */
    public static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";

    private final Map<ResourceID, CompletableFuture<String>> running = new ConcurrentHashMap<>();
    private final List<BiConsumer<R, R>> observers = new CopyOnWriteArrayList<>();

    private final WorkPermits permits;

    Triggers(WorkPermits permits) {
        this.permits = permits;
    }

    /** The process stops: ends what waits, for a permit or for something else, and lets nothing wait any more. Passes at work run to their end. */
    public void stop() {
        permits.stop();
    }

    /** Shows {@code observer} every update of a primary object, status included: the new state, then the old. It must not block. */
    public void observe(BiConsumer<R, R> observer) {
        observers.add(observer);
    }

    /**
     * Accepts an update of the primary object when its generation, the requested token or its deletion timestamp changed or it lost its finalizer, and
     * ends the running pass of that object early when it is one of a newer spec or token.
     */
    public OnUpdateFilter<R> updateFilter() {
        return (after, before) -> {
            observers.forEach(observer -> observer.accept(after, before));
            boolean newer = specChanged(after, before) || tokenChanged(after, before) || deletionChanged(after, before);
            if (newer) {
                fire(ResourceID.fromResource(after), describe(after));
            }
            return newer || finalizerLost(after, before);
        };
    }

    /**
     * Tells the running pass of {@code object}, if there is one, that something newer came.
     *
     * @param description what came, {@code Kind/namespace/name}
     */
    public void fire(ResourceID object, String description) {
        CompletableFuture<String> pass = running.get(object);
        if (pass != null) {
            pass.complete(description);
        }
    }

    CompletableFuture<String> begin(ResourceID object) {
        CompletableFuture<String> superseded = new CompletableFuture<>();
        running.put(object, superseded);
        return superseded;
    }

    void end(ResourceID object, CompletableFuture<String> superseded) {
        running.remove(object, superseded);
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
