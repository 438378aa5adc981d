package io.fluxj.runtime.reconcile.frame;

import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Mark;
import java.util.Comparator;

/** The order of stored conditions: Stalled, Reconciling, Ready, then the newest generation first, then by type. Source: conditions-events §2. */
final class MarkOrder {
    static final Comparator<Mark> AS_STORED = Comparator.<Mark>comparingInt(mark -> rank(mark.type()))
            .thenComparing(Comparator.comparingLong(MarkOrder::generationOfRest).reversed())
            .thenComparing(Mark::type);

    private MarkOrder() {}

    private static int rank(String type) {
        return switch (type) {
            case ConditionType.STALLED -> 0;
            case ConditionType.RECONCILING -> 1;
            case ConditionType.READY -> 2;
            default -> 3;
        };
    }

    private static long generationOfRest(Mark mark) {
        return rank(mark.type()) < 3 ? 0 : mark.observedGeneration();
    }
}
