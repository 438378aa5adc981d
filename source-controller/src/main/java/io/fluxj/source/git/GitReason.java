package io.fluxj.source.git;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons of GitRepository conditions and events. Source: conditions-events §3. */
enum GitReason implements Reason {
    SUCCEEDED("Succeeded"),
    NEW_ARTIFACT("NewArtifact"),
    NEW_REVISION("NewRevision"),
    URL_INVALID("URLInvalid"),
    AUTHENTICATION_FAILED("AuthenticationFailed"),
    INVALID_PROVIDER_CONFIGURATION("InvalidProviderConfiguration"),
    FEATURE_GATE_DISABLED("FeatureGateDisabled"),
    GIT_OPERATION_FAILED("GitOperationFailed"),
    GIT_OPERATION_SUCCEEDED("GitOperationSucceeded"),
    EMPTY_GIT_REPOSITORY("EmptyGitRepository"),
    DIRECTORY_CREATION_FAILED("DirectoryCreationFailed"),
    READ_OPERATION_FAILED("ReadOperationFailed"),
    SOURCE_IGNORE_ERROR("SourceIgnoreError"),
    ARCHIVE_OPERATION_FAILED("ArchiveOperationFailed"),
    ARTIFACT_VERIFICATION_FAILED("ArtifactVerificationFailed"),
    ARTIFACT_UP_TO_DATE("ArtifactUpToDate"),
    GARBAGE_COLLECTION_SUCCEEDED("GarbageCollectionSucceeded"),
    GARBAGE_COLLECTION_FAILED("GarbageCollectionFailed"),
    /** Files are missing because the repository has links in their place; Flux does not tell. */
    LINKS_LEFT_OUT("LinksLeftOut"),
    /** A field holds what cannot be used; Flux has no such reason. */
    INVALID_SPEC("InvalidSpec"),
    /** The spec asks for what this controller cannot do; Flux has no such reason. */
    UNSUPPORTED_FEATURE("UnsupportedFeature");

    private final String text;

    GitReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
