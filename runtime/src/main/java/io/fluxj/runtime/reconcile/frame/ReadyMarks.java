package io.fluxj.runtime.reconcile.frame;

import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Conditions;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Stalled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to Ready, Reconciling and Stalled. Source: conditions-events §2, §3; behaviour §10. */
final class ReadyMarks {
    private ReadyMarks() {}

    static void progressing(WorkingConditions conditions, ReadyRule rule, String message) {
        reconciling(conditions, message);
        switch (rule) {
            case ReadyRule.Own own -> {}
            case ReadyRule.Direct direct ->
                conditions.markUnknown(ConditionType.READY, CommonReason.PROGRESSING, direct.progressMessage());
            case ReadyRule.Summary _, ReadyRule.Standing _ -> {
                if (isUnknown(conditions)) {
                    conditions.markUnknown(ConditionType.READY, CommonReason.PROGRESSING, message);
                }
            }
        }
    }

    static void drifted(WorkingConditions conditions, ReadyRule rule, String message) {
        reconciling(conditions, message);
        String ready =
                switch (rule) {
                    case ReadyRule.Own own -> message;
                    case ReadyRule.Direct direct -> direct.progressMessage();
                    case ReadyRule.Summary _, ReadyRule.Standing _ -> message;
                };
        conditions.markUnknown(ConditionType.READY, CommonReason.PROGRESSING, ready);
    }

    private static void reconciling(WorkingConditions conditions, String message) {
        conditions.markTrue(ConditionType.RECONCILING, CommonReason.PROGRESSING, message);
        conditions.clear(ConditionType.STALLED);
    }

    private static boolean isUnknown(Conditions conditions) {
        return conditions
                .get(ConditionType.READY)
                .map(ready -> ready.status().is(ConditionStatus.UNKNOWN))
                .orElse(true);
    }

    static void succeeded(WorkingConditions conditions, ReadyRule rule, Outcome outcome) {
        if (rule instanceof ReadyRule.Own) {
            return;
        }
        conditions.clear(ConditionType.RECONCILING);
        conditions.clear(ConditionType.STALLED);
        switch (rule) {
            case ReadyRule.Own own -> {}
            case ReadyRule.Direct _, ReadyRule.Standing _ ->
                conditions.markTrue(ConditionType.READY, outcome.reason(), outcome.message());
            case ReadyRule.Summary summary -> summarise(conditions, summary);
        }
    }

    static void failed(WorkingConditions conditions, ReadyRule rule, Failure failure) {
        if (rule instanceof ReadyRule.Own) {
            return;
        }
        failure.condition().ifPresent(type -> conditions.markTrue(type, failure.reason(), failure.message()));
        if (failure instanceof Stalled) {
            conditions.clear(ConditionType.RECONCILING);
            conditions.markTrue(ConditionType.STALLED, failure.reason(), failure.message());
        } else {
            conditions.clear(ConditionType.STALLED);
            keepTrying(conditions);
        }
        switch (rule) {
            case ReadyRule.Own own -> {}
            case ReadyRule.Direct direct ->
                conditions.markFalse(ConditionType.READY, failure.reason(), failure.message());
            case ReadyRule.Standing _ -> {
                if (!(failure instanceof Stalled && conditions.isFalse(ConditionType.READY))) {
                    conditions.markFalse(ConditionType.READY, failure.reason(), failure.message());
                }
            }
            case ReadyRule.Summary summary -> summarise(conditions, summary);
        }
    }

    private static void keepTrying(WorkingConditions conditions) {
        conditions
                .get(ConditionType.RECONCILING)
                .ifPresent(mark -> conditions.markTrue(
                        ConditionType.RECONCILING, CommonReason.PROGRESSING_WITH_RETRY, mark.message()));
    }

    /** Ready as the other conditions make it; unchanged when none of them says anything. */
    static void summarise(WorkingConditions conditions, ReadyRule.Summary rule) {
        List<String> abnormal = new ArrayList<>(rule.abnormal());
        abnormal.add(ConditionType.STALLED);
        abnormal.add(ConditionType.RECONCILING);
        Optional<Condition> wrong = first(conditions, rule.positive(), ConditionStatus.FALSE)
                .or(() -> first(conditions, abnormal, ConditionStatus.TRUE));
        if (wrong.isPresent()) {
            copy(conditions, ConditionStatus.FALSE, wrong.get());
            return;
        }
        first(conditions, rule.positive(), ConditionStatus.TRUE)
                .ifPresent(mark -> copy(conditions, ConditionStatus.TRUE, mark));
    }

    private static Optional<Condition> first(WorkingConditions conditions, List<String> types, ConditionStatus status) {
        return types.stream()
                .flatMap(type -> conditions.get(type).stream())
                .filter(mark -> mark.status().is(status))
                .findFirst();
    }

    private static void copy(WorkingConditions conditions, ConditionStatus status, Condition mark) {
        conditions.mark(ConditionType.READY, status, mark.reason(), mark.message());
    }
}
