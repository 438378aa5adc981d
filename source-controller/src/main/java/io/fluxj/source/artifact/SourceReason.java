package io.fluxj.source.artifact;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons of conditions and events that all source kinds have. Source: conditions-events §3. */
public enum SourceReason implements Reason {
    NEW_ARTIFACT("NewArtifact"),
    NEW_REVISION("NewRevision"),
    URL_INVALID("URLInvalid"),
    AUTHENTICATION_FAILED("AuthenticationFailed"),
    DIRECTORY_CREATION_FAILED("DirectoryCreationFailed"),
    READ_OPERATION_FAILED("ReadOperationFailed"),
    SOURCE_IGNORE_ERROR("SourceIgnoreError"),
    ARCHIVE_OPERATION_FAILED("ArchiveOperationFailed"),
    ARTIFACT_UP_TO_DATE("ArtifactUpToDate"),
    SYMLINK_UPDATE_FAILED("SymlinkUpdateFailed"),
    VERIFICATION_ERROR("VerificationError"),
    ARTIFACT_VERIFICATION_FAILED("ArtifactVerificationFailed"),
    GARBAGE_COLLECTION_SUCCEEDED("GarbageCollectionSucceeded"),
    GARBAGE_COLLECTION_FAILED("GarbageCollectionFailed"),
    /** A field holds what cannot be used; Flux has no such reason. */
    INVALID_SPEC("InvalidSpec");

    private final String text;

    SourceReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
