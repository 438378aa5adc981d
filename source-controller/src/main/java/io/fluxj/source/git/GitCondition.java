package io.fluxj.source.git;

import io.fluxj.source.artifact.SourceConditions;

/** Condition types that GitRepository has besides those of all sources. Source: conditions-events §2, §3. */
final class GitCondition {
    static final String INCLUDE_UNAVAILABLE = "IncludeUnavailable";

    /** All of the kind. */
    static final SourceConditions ALL = SourceConditions.of(INCLUDE_UNAVAILABLE).verified();

    private GitCondition() {}
}
