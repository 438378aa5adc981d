package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReadyStandingTest {
    private static final ReadyRule RULE = ReadyRule.standing();

    @Test
    void whatWasSaidStandsWhileWorkIsUnderWay() {
        WorkingConditions conditions = fresh();
        conditions.markTrue("Ready", CommonReason.SUCCEEDED, "done");

        ReadyMarks.progressing(conditions, RULE, "again");

        assertThat(conditions.isTrue("Ready")).isTrue();
        assertThat(conditions.isTrue("Reconciling")).isTrue();
    }

    @Test
    void aFailureIsWhatReadySays() {
        assertThat(ready(conditions -> ReadyMarks.failed(conditions, RULE, Retryable.of(CommonReason.FAILED, "no"))))
                .isEqualTo("Failed: no");
    }

    @Test
    void aStallLeavesAFailureAsItIs() {
        Stalled stalled = Stalled.of(CommonReason.ACCESS_DENIED, "never");
        assertThat(ready(conditions -> ReadyMarks.failed(conditions, RULE, stalled)))
                .isEqualTo("AccessDenied: never");
        assertThat(ready(conditions -> {
                    conditions.markFalse("Ready", CommonReason.FAILED, "before");
                    ReadyMarks.failed(conditions, RULE, stalled);
                }))
                .isEqualTo("Failed: before");
    }

    private static String ready(Consumer<WorkingConditions> marks) {
        WorkingConditions conditions = fresh();
        marks.accept(conditions);
        return conditions
                .get("Ready")
                .map(ready -> ready.reason() + ": " + ready.message())
                .orElse("");
    }

    private static WorkingConditions fresh() {
        return new WorkingConditions(List.of(), Set.of(), 1, Clock.systemUTC(), message -> message);
    }
}
