package io.fluxj.source.git;

import java.util.List;
import java.util.Set;

/** Condition types of GitRepository besides the common ones. Source: conditions-events §2, §3. */
final class GitCondition {
    static final String ARTIFACT_IN_STORAGE = "ArtifactInStorage";
    static final String ARTIFACT_OUTDATED = "ArtifactOutdated";
    static final String FETCH_FAILED = "FetchFailed";
    static final String STORAGE_OPERATION_FAILED = "StorageOperationFailed";
    static final String INCLUDE_UNAVAILABLE = "IncludeUnavailable";
    static final String SOURCE_VERIFIED = "SourceVerified";

    /** What makes Ready False, the most important first. */
    static final List<String> ABNORMAL =
            List.of(STORAGE_OPERATION_FAILED, FETCH_FAILED, INCLUDE_UNAVAILABLE, ARTIFACT_OUTDATED);

    /** What Ready copies otherwise. */
    static final List<String> POSITIVE = List.of(ARTIFACT_IN_STORAGE, SOURCE_VERIFIED);

    /** Whose going is a recovery. */
    static final List<String> FAILURES = List.of(STORAGE_OPERATION_FAILED, FETCH_FAILED, INCLUDE_UNAVAILABLE);

    /** All that this controller writes, with the common ones. */
    static final Set<String> OWNED = Set.of(
            "Ready",
            "Reconciling",
            "Stalled",
            ARTIFACT_IN_STORAGE,
            ARTIFACT_OUTDATED,
            FETCH_FAILED,
            STORAGE_OPERATION_FAILED,
            INCLUDE_UNAVAILABLE,
            SOURCE_VERIFIED);

    private GitCondition() {}
}
