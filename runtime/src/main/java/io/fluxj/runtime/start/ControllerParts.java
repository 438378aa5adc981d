package io.fluxj.runtime.start;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a controller consists of.
 *
 * @param kinds the kinds it reconciles
 * @param whileLeading started in this order once this process leads (at once without leader election), before the kinds
 * @param replica what it does whether or not it leads
 * @param end completes when the controller is to stop by itself, in order; never for most
 */
public record ControllerParts(
        List<KindController<?>> kinds,
        List<LeadingService> whileLeading,
        ReplicaParts replica,
        CompletableFuture<Void> end) {
    public ControllerParts {
        kinds = List.copyOf(kinds);
        whileLeading = List.copyOf(whileLeading);
    }

    /** It stops only when it is told to. */
    public ControllerParts(List<KindController<?>> kinds, List<LeadingService> whileLeading, ReplicaParts replica) {
        this(kinds, whileLeading, replica, new CompletableFuture<>());
    }

    /** The same, stopping by itself. */
    public ControllerParts until(CompletableFuture<Void> other) {
        return new ControllerParts(kinds, whileLeading, replica, other);
    }

    /** Nothing is done by replicas that do not lead. */
    public ControllerParts(List<KindController<?>> kinds, List<LeadingService> whileLeading) {
        this(kinds, whileLeading, ReplicaParts.NONE);
    }

    /** Only kinds. */
    public static ControllerParts of(KindController<?>... kinds) {
        return new ControllerParts(List.of(kinds), List.of());
    }
}
