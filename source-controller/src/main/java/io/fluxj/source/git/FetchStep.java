package io.fluxj.source.git;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.Checkout;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitException;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.artifact.WorkFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fetches files, if there may be new ones. */
final class FetchStep {
    private static final String UNKNOWN_AUTHORITY = "unknown authority";

    /** Whether the stored artifact is still what the remote has and the spec wants; asks the remote only for its references. */
    boolean isUpToDate(Pass<GitRepository, GitRepositoryStatus> pass, GitSource source, List<Included> includes)
            throws Failure, InterruptedException {
        Artifact artifact = pass.status().artifact();
        if (artifact == null || !isBuiltAsWanted(pass, includes)) {
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

    private static boolean isBuiltAsWanted(Pass<GitRepository, GitRepositoryStatus> pass, List<Included> includes) {
        GitRepositorySpec wanted = pass.object().getSpec();
        GitRepositoryStatus built = pass.status();
        return Objects.equals(built.observedIgnore(), wanted.ignore())
                && built.observedInclude().equals(wanted.include())
                && IncludeStep.areSame(includes, built.includedArtifacts())
                && VerifyStep.isAsWanted(wanted, built)
                && !(VerifyStep.isKeyless(wanted) && isChanged(pass))
                && built.observedSparseCheckout().equals(wanted.sparseCheckout())
                && isTrue(built.observedRecurseSubmodules()) == isTrue(wanted.recurseSubmodules());
    }

    /** Whether the spec is another one than when the artifact was made; other names may count now. */
    private static boolean isChanged(Pass<GitRepository, GitRepositoryStatus> pass) {
        GitRepositoryStatus stored = pass.object().getStatus();
        return stored == null
                || !Objects.equals(
                        stored.observedGeneration(), pass.object().getMetadata().getGeneration());
    }

    private static boolean isTrue(@Nullable Boolean given) {
        return Boolean.TRUE.equals(given);
    }

    /** Writes the commit's files into the folder. */
    Fetched checkOut(Pass<GitRepository, GitRepositoryStatus> pass, GitSource source, WorkFolder folder)
            throws Failure, InterruptedException {
        Fetched fetched = fetch(pass, source, folder);
        pass.conditions().clear(SourceCondition.FETCH_FAILED);
        requirePaths(pass.object().getSpec().sparseCheckout(), folder.path());
        return fetched;
    }

    /** Whether it turns out that all of this is stored, and was only checked anew; says when it is another commit than the one stored. */
    boolean isStored(Pass<GitRepository, GitRepositoryStatus> pass, Fetched fetched, List<Included> includes) {
        Artifact artifact = pass.status().artifact();
        if (artifact == null || !artifact.revision().equals(fetched.revision())) {
            noteRevision(pass, fetched);
            return false;
        }
        return isBuiltAsWanted(pass, includes);
    }

    private static void noteRevision(Pass<GitRepository, GitRepositoryStatus> pass, Fetched fetched) {
        String message = "new upstream revision '" + fetched.revision() + "'";
        if (pass.status().artifact() != null) {
            pass.conditions().markTrue(SourceCondition.ARTIFACT_OUTDATED, SourceReason.NEW_REVISION, message);
        }
        pass.drifted("building artifact: " + message);
    }

    /** A folder that is not there is more likely misspelt than not meant. */
    private static void requirePaths(List<String> paths, Path folder) throws Retryable {
        for (String path : paths) {
            if (!Files.exists(Included.inside(folder, path))) {
                throw Retryable.of(
                                GitReason.GIT_OPERATION_FAILED,
                                "failed to sparse checkout directories : sparse checkout dir '" + path
                                        + "' does not exist in repository")
                        .marking(SourceCondition.FETCH_FAILED);
            }
        }
    }

    private static Fetched fetch(Pass<GitRepository, GitRepositoryStatus> pass, GitSource source, WorkFolder folder)
            throws Failure, InterruptedException {
        try {
            GitRepositorySpec spec = pass.object().getSpec();
            Checkout checkout = new Checkout(folder.path(), spec.sparseCheckout(), isTrue(spec.recurseSubmodules()));
            FetchedCommit commit =
                    pass.transferring(pass.outdated(), () -> source.remote().fetch(source.reference(), checkout));
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
                    REJECTED,
                    PROTOCOL -> "";
        };
    }
}
