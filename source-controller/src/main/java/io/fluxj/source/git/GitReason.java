package io.fluxj.source.git;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that GitRepository has besides those of all sources. Source: conditions-events §3. */
enum GitReason implements Reason {
    INVALID_PROVIDER_CONFIGURATION("InvalidProviderConfiguration"),
    GIT_OPERATION_FAILED("GitOperationFailed"),
    GIT_OPERATION_SUCCEEDED("GitOperationSucceeded"),
    EMPTY_GIT_REPOSITORY("EmptyGitRepository"),
    INCLUDE_CHANGE("IncludeChange"),
    NOT_FOUND("NotFound"),
    NO_ARTIFACT("NoArtifact"),
    INVALID_VERIFICATION_MODE("InvalidVerificationMode"),
    INVALID_GIT_OBJECT("InvalidGitObject"),
    INVALID_TAG_SIGNATURE("InvalidTagSignature"),
    INVALID_COMMIT_SIGNATURE("InvalidCommitSignature"),
    ILLEGAL_PATH("IllegalPath"),
    COPY_FAILURE("CopyFailure"),
    /** Files are missing because the repository has links in their place; Flux does not tell. */
    LINKS_LEFT_OUT("LinksLeftOut");

    private final String text;

    GitReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
