package io.fluxj.runtime.start;

import java.util.List;

/**
 * What a controller consists of.
 *
 * @param kinds the kinds it reconciles
 * @param whileLeading started in this order once this process leads (at once without leader election), before the kinds
 * @param replica what it does whether or not it leads
 */
public record ControllerParts(List<KindController<?>> kinds, List<LeadingService> whileLeading, ReplicaParts replica) {
    public ControllerParts {
        kinds = List.copyOf(kinds);
        whileLeading = List.copyOf(whileLeading);
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
