package io.fluxj.source.artifact;

/** Condition types of all source kinds besides the common ones. Source: conditions-events §2, §3. */
public final class SourceCondition {
    /** Whether the artifact is there; positive. */
    public static final String ARTIFACT_IN_STORAGE = "ArtifactInStorage";

    /** Upstream has something newer than the artifact; abnormal when True. */
    public static final String ARTIFACT_OUTDATED = "ArtifactOutdated";

    /** Upstream cannot be reached or read; abnormal when True. */
    public static final String FETCH_FAILED = "FetchFailed";

    /** The store or a temporary folder cannot be read or written; abnormal when True. */
    public static final String STORAGE_OPERATION_FAILED = "StorageOperationFailed";

    /** Whether somebody vouches for what was fetched, for kinds that ask for it. */
    public static final String SOURCE_VERIFIED = "SourceVerified";

    private SourceCondition() {}
}
