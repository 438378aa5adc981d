package io.fluxj.source.git;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitException;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.artifact.WorkFolder;
import java.util.Objects;

/** Fetches files, if there may be new ones. */
final class FetchStep {
    private static final String UNKNOWN_AUTHORITY = "unknown authority";

    /** Whether the stored artifact is still what the remote has and the spec wants; asks the remote only for its references. */
    boolean isUpToDate(Pass<GitRepository, GitRepositoryStatus> pass, GitSource source)
            throws Failure, InterruptedException {
        Artifact artifact = pass.status().artifact();
        if (artifact == null || !isBuiltAsWanted(pass)) {
            return false;
        }
        try {
            return pass.transferring(pass.outdated(), () -> source.remote().resolve(source.reference()))
                    .toString()
                    .equals(artifact.revision());
        } catch (GitException failed) {
            throw failed(failed, source);
        }
    }

    private static boolean isBuiltAsWanted(Pass<GitRepository, GitRepositoryStatus> pass) {
        return Objects.equals(
                        pass.status().observedIgnore(), pass.object().getSpec().ignore())
                && pass.status().observedInclude().isEmpty()
                && pass.status().observedSparseCheckout().isEmpty()
                && !Boolean.TRUE.equals(pass.status().observedRecurseSubmodules());
    }

    /** Writes the commit's files into the folder, and says when it is another commit than the one stored. */
    Fetched checkOut(Pass<GitRepository, GitRepositoryStatus> pass, GitSource source, WorkFolder folder)
            throws Failure, InterruptedException {
        Fetched fetched = fetch(pass, source, folder);
        Artifact artifact = pass.status().artifact();
        if (artifact == null || !artifact.revision().equals(fetched.revision())) {
            String message = "new upstream revision '" + fetched.revision() + "'";
            pass.conditions().markTrue(SourceCondition.ARTIFACT_OUTDATED, SourceReason.NEW_REVISION, message);
            pass.drifted("building artifact: " + message);
        }
        return fetched;
    }

    private static Fetched fetch(Pass<GitRepository, GitRepositoryStatus> pass, GitSource source, WorkFolder folder)
            throws Failure, InterruptedException {
        try {
            FetchedCommit commit =
                    pass.transferring(pass.outdated(), () -> source.remote().fetch(source.reference(), folder.path()));
            return new Fetched(commit, folder.path());
        } catch (GitException failed) {
            throw failed(failed, source);
        }
    }

    private static Retryable failed(GitException failure, GitSource source) {
        boolean empty = failure.problem() == GitException.Problem.EMPTY_REPOSITORY;
        Retryable failed = empty
                ? Retryable.of(GitReason.EMPTY_GIT_REPOSITORY, failure.message(), failure)
                : Retryable.of(
                        GitReason.GIT_OPERATION_FAILED,
                        "failed to checkout and determine revision: " + failure.message() + hint(failure, source),
                        failure);
        return failed.marking(SourceCondition.FETCH_FAILED);
    }

    private static String hint(GitException failure, GitSource source) {
        return switch (failure.problem()) {
            case AUTHENTICATION -> source.hints().access();
            case CERTIFICATE ->
                failure.message().contains(UNKNOWN_AUTHORITY) ? source.hints().authority() : "";
            case REPOSITORY_NOT_FOUND,
                    IDENTITY,
                    HOST_KEY,
                    REFERENCE_NOT_FOUND,
                    EMPTY_REPOSITORY,
                    UNREACHABLE,
                    TIMEOUT,
                    UNSUPPORTED,
                    REFUSED,
                    PROTOCOL -> "";
        };
    }
}
