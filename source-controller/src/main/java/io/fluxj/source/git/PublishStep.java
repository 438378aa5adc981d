package io.fluxj.source.git;

import io.fluxj.api.json.Absent;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.ArtifactContent;
import io.fluxj.source.artifact.NewArtifact;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.Report;
import io.fluxj.source.artifact.SourceCondition;
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
        String revision = Objects.requireNonNull(pass.status().artifact()).revision();
        String message = "no changes since last reconciliation: observed revision '" + revision + "'";
        pass.conditions().clear(SourceCondition.SOURCE_VERIFIED);
        return publishing
                .keep(pass, report(revision, revision), interval(pass))
                .announcing(new Announcement(Severity.TRACE, GitReason.GIT_OPERATION_SUCCEEDED, message, Map.of()));
    }

    /** Stores the files of a commit as the artifact. */
    Outcome publish(Pass<GitRepository, GitRepositoryStatus> pass, Fetched fetched) throws Retryable {
        String ignore = pass.object().getSpec().ignore();
        NewArtifact<GitRepositoryStatus> made = new NewArtifact<>(
                fetched.revision(),
                fetched.commit().revision().hash() + ".tar.gz",
                ArtifactContent.packed(fetched.folder(), ignore),
                status -> observed(status, ignore));
        Outcome outcome = publishing.publish(pass, made, report(fetched.revision(), fetched.subject()), interval(pass));
        pass.conditions().clear(SourceCondition.SOURCE_VERIFIED);
        return withLinks(outcome, fetched.commit().links());
    }

    private static GitRepositoryStatus observed(GitRepositoryStatus status, @Nullable String ignore) {
        return status.withObservedIgnore(ignore)
                .withObservedInclude(absent())
                .withIncludedArtifacts(absent())
                .withObservedRecurseSubmodules(null)
                .withObservedSparseCheckout(absent());
    }

    /** Flux leaves these out of the status rather than writing empty lists. */
    private static <T> List<T> absent() {
        @Nullable List<T> none = null;
        return Absent.copy(none);
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
