package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.runtime.reconcile.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00.7Z");
    private static final Instant NOW_IN_SECONDS = Instant.parse("2026-01-02T00:00:00Z");
    private static final Set<String> OWNED = Set.of("Ready", "Reconciling", "Stalled", "FetchFailed");

    private static Condition mark(String type, ConditionStatus status, String message, long generation) {
        return new Condition(type, Choice.of(status), generation, BEFORE, "Why", message, Map.of());
    }

    private static WorkingConditions conditions(Condition... stored) {
        return new WorkingConditions(
                List.of(stored), OWNED, 2, Clock.fixed(NOW, ZoneOffset.UTC), message -> message.replace("pw", "*"));
    }

    private enum Why implements Reason {
        WHY;

        @Override
        public String text() {
            return "Why";
        }
    }

    @Test
    void aConditionThatSaysTheSameKeepsItsTransitionTime() {
        WorkingConditions conditions = conditions(mark("Ready", ConditionStatus.TRUE, "fine", 1));

        conditions.markTrue("Ready", Why.WHY, "fine");

        assertThat(conditions.get("Ready")).contains(mark("Ready", ConditionStatus.TRUE, "fine", 2));
        assertThat(conditions.changed()).isTrue();
    }

    @Test
    void anotherMessageIsATransition() {
        WorkingConditions conditions = conditions(mark("Ready", ConditionStatus.TRUE, "fine", 2));

        conditions.markTrue("Ready", Why.WHY, "finer");

        assertThat(conditions.get("Ready").map(Condition::lastTransitionTime)).contains(NOW_IN_SECONDS);
    }

    @Test
    void whatIsMarkedAndUnmarkedWithinAPassIsNoChange() {
        WorkingConditions conditions = conditions(mark("Ready", ConditionStatus.TRUE, "fine", 2));

        conditions.markTrue("Reconciling", Why.WHY, "working");
        conditions.markUnknown("Ready", Why.WHY, "working");
        conditions.markTrue("Ready", Why.WHY, "fine");
        conditions.clear("Reconciling");

        assertThat(conditions.changed()).isFalse();
    }

    @Test
    void theyAreStoredInFluxsOrder() {
        WorkingConditions conditions = conditions(
                mark("ArtifactInStorage", ConditionStatus.TRUE, "", 1),
                mark("SourceVerified", ConditionStatus.TRUE, "", 2),
                mark("FetchFailed", ConditionStatus.TRUE, "", 2),
                mark("Ready", ConditionStatus.FALSE, "", 1),
                mark("Reconciling", ConditionStatus.TRUE, "", 1),
                mark("Stalled", ConditionStatus.TRUE, "", 1));

        assertThat(conditions.all().stream().map(Condition::type))
                .containsExactly(
                        "Stalled", "Reconciling", "Ready", "FetchFailed", "SourceVerified", "ArtifactInStorage");
    }

    @Test
    void afterAConflictOthersKeepTheirsAndWeKeepOurs() {
        WorkingConditions conditions = conditions(
                mark("Ready", ConditionStatus.TRUE, "old", 1), mark("Foreign", ConditionStatus.TRUE, "old", 1));
        conditions.markFalse("Ready", Why.WHY, "new");

        conditions.rebase(List.of(
                mark("Ready", ConditionStatus.TRUE, "theirs", 1),
                mark("Foreign", ConditionStatus.FALSE, "new", 1),
                mark("Stalled", ConditionStatus.TRUE, "left over", 1)));

        assertThat(conditions.all().stream().map(mark -> mark.type() + "=" + mark.message()))
                .containsExactly("Ready=new", "Foreign=new");
    }

    @Test
    void messagesHoldNoSecret() {
        WorkingConditions conditions = conditions();

        conditions.markFalse("Ready", Why.WHY, "login with pw failed");

        assertThat(conditions.get("Ready").map(Condition::message)).contains("login with * failed");
    }

    @Test
    void longMessagesAreCutBetweenCharacters() {
        WorkingConditions conditions = conditions();

        conditions.markFalse("Ready", Why.WHY, "ä".repeat(20000));

        String cut = conditions.get("Ready").orElseThrow().message();

        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(32766, 32768);
        assertThat(cut).endsWith("ä...").doesNotContain("�");
    }
}
