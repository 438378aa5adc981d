package io.fluxj.source.git;

import io.fluxj.api.json.Absent;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.ArtifactContent;
import io.fluxj.source.artifact.NewArtifact;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.Report;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a GitRepository says of its artifact, and what of its spec goes into it. */
final class PublishStep {
    private final Publishing<GitRepository, GitRepositoryStatus> publishing;

    PublishStep(Publishing<GitRepository, GitRepositoryStatus> publishing) {
        this.publishing = publishing;
    }

    /** Ends a pass that found the remote where it was. */
    Outcome keep(Pass<GitRepository, GitRepositoryStatus> pass) {
        if (pass.object().getSpec().verify() == null) {
            pass.conditions().clear(SourceCondition.SOURCE_VERIFIED);
        }
        return keep(
                pass,
                GitReason.GIT_OPERATION_SUCCEEDED,
                "no changes since last reconciliation: observed revision '" + revision(pass) + "'");
    }

    /** Ends a pass that only checked again who signed what is stored. */
    Outcome keepVerified(Pass<GitRepository, GitRepositoryStatus> pass) {
        return keep(
                pass,
                SourceReason.ARTIFACT_UP_TO_DATE,
                "artifact up-to-date with remote revision: '" + revision(pass) + "'");
    }

    private Outcome keep(Pass<GitRepository, GitRepositoryStatus> pass, Reason reason, String message) {
        String revision = revision(pass);
        return publishing
                .keep(pass, report(revision, revision), interval(pass))
                .announcing(new Announcement(Severity.TRACE, reason, message, Map.of()));
    }

    private static String revision(Pass<GitRepository, GitRepositoryStatus> pass) {
        return Objects.requireNonNull(pass.status().artifact()).revision();
    }

    /** Stores the files of a commit as the artifact. */
    Outcome publish(Pass<GitRepository, GitRepositoryStatus> pass, Fetched fetched, List<Included> includes)
            throws Retryable {
        GitRepositorySpec spec = pass.object().getSpec();
        NewArtifact<GitRepositoryStatus> made = new NewArtifact<>(
                fetched.revision(),
                fetched.commit().revision().hash() + ".tar.gz",
                ArtifactContent.packed(fetched.folder(), spec.ignore()),
                status -> observed(status, spec, includes));
        Outcome outcome = publishing.publish(pass, made, report(fetched.revision(), fetched.subject()), interval(pass));
        return withLinks(outcome, fetched.commit().links());
    }

    /** Flux leaves what is empty out of the status. */
    private static GitRepositoryStatus observed(
            GitRepositoryStatus status, GitRepositorySpec spec, List<Included> includes) {
        return status.withObservedIgnore(spec.ignore())
                .withObservedInclude(someOf(spec.include()))
                .withIncludedArtifacts(
                        someOf(includes.stream().map(Included::artifact).toList()))
                .withObservedRecurseSubmodules(Boolean.TRUE.equals(spec.recurseSubmodules()) ? true : null)
                .withObservedSparseCheckout(someOf(spec.sparseCheckout()));
    }

    private static <T> List<T> someOf(List<T> values) {
        @Nullable List<T> some = values.isEmpty() ? null : values;
        return Absent.copy(some);
    }

    private static Report report(String revision, String commit) {
        return Report.of(
                "stored artifact for revision '" + revision + "'", "stored artifact for commit '" + commit + "'");
    }

    /** Who links to a file from elsewhere in the repository will miss it in the artifact. */
    private static Outcome withLinks(Outcome outcome, List<String> links) {
        return links.isEmpty()
                ? outcome
                : outcome.announcing(new Announcement(
                        Severity.TRACE,
                        GitReason.LINKS_LEFT_OUT,
                        "symbolic links are not put into artifacts, so these are missing: " + String.join(", ", links)
                                + "; commit files in their place",
                        Map.of()));
    }

    private static Duration interval(Pass<GitRepository, GitRepositoryStatus> pass) {
        return pass.object().getSpec().interval().value();
    }
}
