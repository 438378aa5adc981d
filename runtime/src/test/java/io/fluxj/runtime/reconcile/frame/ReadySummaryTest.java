package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.runtime.reconcile.ReadyRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ready as the recorded scenarios of source-controller have it, condition by condition. */
class ReadySummaryTest {
    private static final ReadyRule.Summary RULE = (ReadyRule.Summary) ReadyRule.summary(
            List.of("StorageOperationFailed", "FetchFailed", "BuildFailed", "ArtifactOutdated"),
            List.of("SourceVerified", "ArtifactInStorage"));

    @ParameterizedTest
    @CsvSource({
        "ArtifactInStorage=True,                                       True,  ArtifactInStorage",
        "ArtifactInStorage=True Reconciling=True FetchFailed=True,     False, FetchFailed",
        "Stalled=True FetchFailed=True,                                False, FetchFailed",
        "Reconciling=True BuildFailed=True SourceVerified=False,       False, SourceVerified",
        "Reconciling=True SourceVerified=False ArtifactOutdated=True,  False, SourceVerified",
        "Reconciling=True StorageOperationFailed=True FetchFailed=True, False, StorageOperationFailed",
        "Reconciling=True,                                             False, Reconciling",
        "Stalled=True SourceVerified=False,                            False, SourceVerified",
    })
    void isTheMostImportantOfTheOthers(String others, String status, String of) {
        WorkingConditions conditions =
                new WorkingConditions(List.of(), Set.of(), 1, Clock.systemUTC(), message -> message);
        for (String other : others.split(" ", -1)) {
            String[] parts = other.split("=", 2);
            conditions.mark(parts[0], status(parts[1]), "ReasonOf" + parts[0], "message of " + parts[0]);
        }

        ReadyMarks.summarise(conditions, RULE);

        Optional<Condition> ready = conditions.get("Ready");
        assertThat(ready.map(Condition::status)).contains(Choice.of(status(status)));
        assertThat(ready.map(Condition::reason)).contains("ReasonOf" + of);
        assertThat(ready.map(Condition::message)).contains("message of " + of);
    }

    private static ConditionStatus status(String text) {
        return new Choice<>(text, ConditionStatus.class).known().orElseThrow();
    }
}
