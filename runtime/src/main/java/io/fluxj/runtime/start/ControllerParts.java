package io.fluxj.runtime.start;

import java.util.List;

/**
 * What a controller consists of.
 *
 * @param kinds the kinds it reconciles
 * @param whileLeading started in this order once this process leads (at once without leader election), before the kinds
 */
public record ControllerParts(List<KindController<?>> kinds, List<LeadingService> whileLeading) {
    public ControllerParts {
        kinds = List.copyOf(kinds);
        whileLeading = List.copyOf(whileLeading);
    }

    /** Only kinds. */
    public static ControllerParts of(KindController<?>... kinds) {
        return new ControllerParts(List.of(kinds), List.of());
    }
}
