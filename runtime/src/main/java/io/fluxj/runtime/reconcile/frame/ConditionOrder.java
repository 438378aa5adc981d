package io.fluxj.runtime.reconcile.frame;

import io.fluxj.api.meta.Condition;
import io.fluxj.runtime.reconcile.ConditionType;
import java.util.Comparator;

/** The order of stored conditions: Stalled, Reconciling, Ready, then the newest generation first, then by type. Source: conditions-events §2. */
final class ConditionOrder {
    static final Comparator<Condition> AS_STORED = Comparator.<Condition>comparingInt(mark -> rank(mark.type()))
            .thenComparing(
                    Comparator.comparingLong(ConditionOrder::generationOfRest).reversed())
            .thenComparing(Condition::type);

    private ConditionOrder() {}

    private static int rank(String type) {
        return switch (type) {
            case ConditionType.STALLED -> 0;
            case ConditionType.RECONCILING -> 1;
            case ConditionType.READY -> 2;
            default -> 3;
        };
    }

    private static long generationOfRest(Condition mark) {
        Long generation = mark.observedGeneration();
        return rank(mark.type()) < 3 || generation == null ? 0 : generation;
    }
}
