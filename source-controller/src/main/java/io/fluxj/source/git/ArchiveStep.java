package io.fluxj.source.git;

import io.fluxj.api.json.Absent;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.archive.Archiver;
import io.fluxj.archive.Archiver.Archived;
import io.fluxj.archive.IgnoreRules;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.storage.ArtifactFolder;
import io.fluxj.source.storage.StoredFile;
import io.fluxj.source.storage.StoredPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Packs files into an artifact, and tells what is stored. */
final class ArchiveStep {
    private static final String GROUP = "source.toolkit.fluxcd.io/";

    private final GitParts parts;

    ArchiveStep(GitParts parts) {
        this.parts = parts;
    }

    /** Ends a pass that found the remote where it was. */
    Outcome keep(Pass<GitRepository, GitRepositoryStatus> pass, Duration interval) {
        Artifact artifact = Objects.requireNonNull(pass.status().artifact());
        String revision = artifact.revision();
        String message = "no changes since last reconciliation: observed revision '" + revision + "'";
        markStored(pass, revision);
        Outcome outcome = Outcome.unchanged(GitReason.SUCCEEDED, stored(revision), interval);
        return announced(pass, outcome, artifact, revision)
                .announcing(new Announcement(Severity.TRACE, GitReason.GIT_OPERATION_SUCCEEDED, message, Map.of()));
    }

    /** Stores the files of a commit as the artifact. */
    Outcome publish(Pass<GitRepository, GitRepositoryStatus> pass, Fetched fetched, Duration interval)
            throws Retryable {
        StoredFile file = store(pass, fetched);
        Artifact artifact = artifact(fetched, file);
        @Nullable String ignore = pass.object().getSpec().ignore();
        pass.update(status -> status.withArtifact(artifact)
                .withObservedIgnore(ignore)
                .withObservedInclude(absent())
                .withIncludedArtifacts(absent())
                .withObservedRecurseSubmodules(null)
                .withObservedSparseCheckout(absent()));
        markStored(pass, fetched.revision());
        Outcome outcome = Outcome.ready(GitReason.SUCCEEDED, stored(fetched.revision()), interval);
        return withLinks(
                announced(pass, outcome, artifact, fetched.subject()),
                fetched.commit().links());
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

    private StoredFile store(Pass<GitRepository, GitRepositoryStatus> pass, Fetched fetched) throws Retryable {
        IgnoreRules rules = ignoreRules(pass.object().getSpec().ignore(), fetched.folder());
        String name = fetched.commit().revision().hash() + ".tar.gz";
        try {
            return parts.store().write(new StoredPath(ArtifactFolder.of(pass.object()), name), file -> {
                Archived archived = Archiver.archive(
                        fetched.folder(), rules, parts.serving().digests(), file.out());
                return new StoredFile(file.path(), archived.digest(), archived.size());
            });
        } catch (IOException failed) {
            throw Retryable.of(
                            GitReason.ARCHIVE_OPERATION_FAILED,
                            "unable to archive artifact to storage: " + failed.getMessage(),
                            failed)
                    .marking(GitCondition.STORAGE_OPERATION_FAILED);
        }
    }

    private static IgnoreRules ignoreRules(@Nullable String ignore, Path folder) throws Retryable {
        try {
            return ignore == null ? IgnoreRules.ofFolder(folder) : IgnoreRules.ofFolder(folder, ignore);
        } catch (IOException failed) {
            throw Retryable.of(
                    GitReason.SOURCE_IGNORE_ERROR,
                    "failed to load source ignore patterns from repository: " + failed.getMessage(),
                    failed);
        }
    }

    private Artifact artifact(Fetched fetched, StoredFile file) {
        return Artifact.builder()
                .path(file.path())
                .url(parts.serving().address().url(file.path()))
                .revision(fetched.revision())
                .digest(file.digest().toString())
                .lastUpdateTime(parts.serving().clock().instant().truncatedTo(ChronoUnit.SECONDS))
                .size(file.size())
                .build();
    }

    private static void markStored(Pass<GitRepository, GitRepositoryStatus> pass, String revision) {
        GitCondition.FAILURES.forEach(pass.conditions()::clear);
        pass.conditions().clear(GitCondition.ARTIFACT_OUTDATED);
        pass.conditions().clear(GitCondition.SOURCE_VERIFIED);
        pass.conditions().markTrue(GitCondition.ARTIFACT_IN_STORAGE, GitReason.SUCCEEDED, stored(revision));
    }

    /** Flux leaves these out of the status rather than writing empty lists. */
    private static <T> List<T> absent() {
        @Nullable List<T> none = null;
        return Absent.copy(none);
    }

    private static String stored(String revision) {
        return "stored artifact for revision '" + revision + "'";
    }

    /** Others hear of an artifact with other bytes than before, and of the end of a failure. */
    private static Outcome announced(
            Pass<GitRepository, GitRepositoryStatus> pass, Outcome outcome, Artifact artifact, String commit) {
        GitRepositoryStatus before = pass.object().getStatus();
        Artifact old = before == null ? null : before.artifact();
        boolean sameBytes = old != null && old.digest().equals(artifact.digest());
        if (sameBytes && !hadFailed(pass.previousConditions())) {
            return outcome;
        }
        GitReason reason = sameBytes ? GitReason.SUCCEEDED : GitReason.NEW_ARTIFACT;
        Map<String, String> metadata =
                Map.of(GROUP + "revision", artifact.revision(), GROUP + "digest", artifact.digest());
        String message = "stored artifact for commit '" + commit + "'";
        return outcome.announcing(new Announcement(Severity.INFO, reason, message, metadata));
    }

    private static boolean hadFailed(List<Condition> conditions) {
        return conditions.stream().map(Condition::type).anyMatch(GitCondition.FAILURES::contains);
    }
}
