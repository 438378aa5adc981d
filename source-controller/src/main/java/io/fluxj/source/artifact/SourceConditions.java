package io.fluxj.source.artifact;

import static io.fluxj.source.artifact.SourceCondition.ARTIFACT_IN_STORAGE;
import static io.fluxj.source.artifact.SourceCondition.ARTIFACT_OUTDATED;
import static io.fluxj.source.artifact.SourceCondition.FETCH_FAILED;
import static io.fluxj.source.artifact.SourceCondition.SOURCE_VERIFIED;
import static io.fluxj.source.artifact.SourceCondition.STORAGE_OPERATION_FAILED;

import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.ReadyRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The conditions of one source kind. Source: conditions-events §3.
 *
 * @param failures whose going is a recovery, the most important first
 * @param positive what Ready copies when nothing is wrong, the most important first
 */
public record SourceConditions(List<String> failures, List<String> positive) {
    /** Makes the lists unmodifiable. */
    public SourceConditions {
        failures = List.copyOf(failures);
        positive = List.copyOf(positive);
    }

    /** Those of a kind that fails in these ways besides those that all have. */
    public static SourceConditions of(String... ownFailures) {
        return new SourceConditions(
                Stream.concat(Stream.of(STORAGE_OPERATION_FAILED, FETCH_FAILED), Stream.of(ownFailures))
                        .toList(),
                List.of(ARTIFACT_IN_STORAGE));
    }

    /** The same of a kind that verifies signatures. */
    public SourceConditions verified() {
        return new SourceConditions(failures, List.of(ARTIFACT_IN_STORAGE, SOURCE_VERIFIED));
    }

    /** What makes Ready False, the most important first. */
    public List<String> abnormal() {
        return Stream.concat(failures.stream(), Stream.of(ARTIFACT_OUTDATED)).toList();
    }

    /** All that this controller writes, with the common ones. */
    public Set<String> owned() {
        Stream<String> common = Stream.of(ConditionType.READY, ConditionType.RECONCILING, ConditionType.STALLED);
        return Stream.of(common, abnormal().stream(), positive.stream())
                .flatMap(types -> types)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How Ready comes about. */
    public ReadyRule ready() {
        return ReadyRule.summary(abnormal(), positive);
    }
}
