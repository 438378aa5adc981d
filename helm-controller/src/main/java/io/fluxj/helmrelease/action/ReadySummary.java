package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.rules.ReleaseRules;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Conditions;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ready is what the most important of the other conditions says, those of the newest generation first. Source: conditions-events §5. */
record ReadySummary(Conditions conditions, List<String> types) {

    static ReadySummary of(Pass<HelmRelease, HelmReleaseStatus> pass, ReleaseRules rules) {
        List<String> types = new ArrayList<>();
        types.add(HelmReleaseCondition.REMEDIATED);
        if (rules.tests() && !rules.ignoresTests()) {
            types.add(HelmReleaseCondition.TEST_SUCCESS);
        }
        types.add(HelmReleaseCondition.RELEASED);
        if (!rules.tests()) {
            pass.conditions().clear(HelmReleaseCondition.TEST_SUCCESS);
        }
        return new ReadySummary(pass.conditions(), types);
    }

    void mark() {
        Optional<Condition> first = types.stream()
                .flatMap(type -> conditions.get(type).stream())
                .sorted(Comparator.comparing(ReadySummary::generation).reversed())
                .findFirst();
        first.ifPresent(this::copy);
    }

    private static long generation(Condition mark) {
        return Objects.requireNonNullElse(mark.observedGeneration(), 0L);
    }

    private void copy(Condition mark) {
        Reason reason = mark::reason;
        boolean ready = mark.status().is(ConditionStatus.TRUE) && !mark.type().equals(HelmReleaseCondition.REMEDIATED);
        if (ready) {
            conditions.markTrue(ConditionType.READY, reason, mark.message());
        } else {
            conditions.markFalse(ConditionType.READY, reason, mark.message());
        }
    }
}
