package io.fluxj.cli.explain;

import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;

/** How an object is, in one of the ways that make a difference to what one does about it. */
sealed interface Verdict {
    /** It is as it should be. */
    record Ready(String message) implements Verdict {}

    /** Nothing is done for it, on purpose. */
    record Suspended() implements Verdict {}

    /** It is being deleted, and what must happen before is not over. */
    record Deleting() implements Verdict {}

    /** Its controller has not looked at it, or not at its present spec. */
    record Unseen() implements Verdict {}

    /** Its controller works on it. */
    record UnderWay(String message) implements Verdict {}

    /** It is not ready; {@code stalled} when no further try is made before it is changed. */
    record Failing(Condition ready, boolean stalled) implements Verdict {}

    /** What an object's own conditions say. */
    static Verdict of(FluxKind kind, FluxObject object) {
        if (!object.text("/metadata/deletionTimestamp").isEmpty()) {
            return new Deleting();
        }
        if (object.suspended()) {
            return new Suspended();
        }
        if (object.unattended(kind)) {
            return new Ready("nothing has to be done for it");
        }
        return ofConditions(object);
    }

    private static Verdict ofConditions(FluxObject object) {
        long generation = object.at("/metadata/generation").asLong();
        boolean stalled = object.condition("Stalled").filter(Condition::isTrue).isPresent();
        return object.condition("Ready")
                .map(ready -> {
                    boolean old = ready.observedGeneration() != 0 && ready.observedGeneration() < generation;
                    if (old && !stalled) {
                        return underWay(object);
                    }
                    if (ready.isTrue()) {
                        return new Ready(ready.message());
                    }
                    return ready.isFalse() ? new Failing(ready, stalled) : underWay(object);
                })
                .orElseGet(() -> underWay(object));
    }

    private static Verdict underWay(FluxObject object) {
        return object.condition("Reconciling")
                .filter(Condition::isTrue)
                .<Verdict>map(reconciling -> new UnderWay(reconciling.message()))
                .orElseGet(Unseen::new);
    }

    /** Whether others can use it. */
    default boolean usable() {
        return switch (this) {
            case Ready ready -> true;
            case Suspended suspended -> true;
            case Deleting deleting -> false;
            case Unseen unseen -> false;
            case UnderWay underWay -> false;
            case Failing failing -> false;
        };
    }

    /** In words. */
    default String words() {
        return switch (this) {
            case Ready ready -> "ready: " + ready.message();
            case Suspended suspended -> "suspended: nothing is done for it until it is resumed";
            case Deleting deleting -> "being deleted: its controller has not finished cleaning up";
            case Unseen unseen -> "waiting for its controller, which has not looked at its present spec";
            case UnderWay underWay -> "under way: " + underWay.message();
            case Failing failing ->
                "%s: %s: %s"
                        .formatted(
                                failing.stalled() ? "stalled until it is changed" : "not ready",
                                failing.ready().reason(),
                                failing.ready().message());
        };
    }

    /** The symbol in front of the words. */
    default String symbol() {
        return switch (this) {
            case Ready ready -> "✔";
            case Suspended suspended -> "⚠";
            case Unseen unseen -> "◎";
            case UnderWay underWay -> "◎";
            case Deleting deleting -> "✗";
            case Failing failing -> "✗";
        };
    }
}
