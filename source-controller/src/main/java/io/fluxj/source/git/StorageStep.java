package io.fluxj.source.git;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.archive.Digest;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.storage.ArtifactFolder;
import io.fluxj.source.storage.StoredPath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Keeps what is stored and what the status says of it in step. */
final class StorageStep {
    private final GitParts parts;

    StorageStep(GitParts parts) {
        this.parts = parts;
    }

    /** Drops what is no longer needed, and an artifact that is gone or is not what it was; renews the artifact's address. */
    void tidyUp(Pass<GitRepository, GitRepositoryStatus> pass) throws Retryable {
        collectGarbage(pass);
        Artifact artifact = pass.status().artifact();
        if (artifact != null && isIntact(pass, artifact)) {
            String url = parts.serving().address().url(artifact.path());
            pass.update(status -> status.withArtifact(artifact.withUrl(url)));
            return;
        }
        pass.update(status -> status.withArtifact(null));
        pass.conditions().clear(GitCondition.ARTIFACT_IN_STORAGE);
        pass.drifted("building artifact" + (artifact == null ? "" : ": disappeared from storage"));
    }

    /** Removes everything stored for an object that is being deleted. */
    void removeAll(Pass<GitRepository, GitRepositoryStatus> pass) throws Retryable {
        try {
            if (parts.store().removeAll(ArtifactFolder.of(pass.object()))) {
                pass.emit(
                        Severity.TRACE,
                        GitReason.GARBAGE_COLLECTION_SUCCEEDED,
                        "garbage collected artifacts for deleted resource",
                        Map.of());
            }
        } catch (IOException failed) {
            throw Retryable.of(
                    GitReason.GARBAGE_COLLECTION_FAILED,
                    "garbage collection for deleted resource failed: " + failed.getMessage(),
                    failed);
        }
    }

    private void collectGarbage(Pass<GitRepository, GitRepositoryStatus> pass) {
        Artifact artifact = pass.status().artifact();
        ArtifactFolder folder = ArtifactFolder.of(pass.object());
        Optional<StoredPath> current =
                Optional.ofNullable(artifact).flatMap(used -> StoredPath.recorded(folder, used.path()));
        try {
            int removed = parts.store()
                    .collectGarbage(folder, current, parts.serving().retention());
            if (removed > 0) {
                String message = "garbage collected " + removed + " artifacts";
                pass.emit(Severity.TRACE, GitReason.GARBAGE_COLLECTION_SUCCEEDED, message, Map.of());
            }
        } catch (IOException failed) {
            String message = "garbage collection of artifacts failed: " + failed.getMessage();
            pass.emit(Severity.ERROR, GitReason.GARBAGE_COLLECTION_FAILED, message, Map.of());
        }
    }

    /** A path outside the object's own folder was not written by this controller: what it names is another's, or nobody's. */
    private boolean isIntact(Pass<GitRepository, GitRepositoryStatus> pass, Artifact artifact) throws Retryable {
        Optional<StoredPath> path = StoredPath.recorded(ArtifactFolder.of(pass.object()), artifact.path());
        return path.isPresent() && isIntact(pass, artifact, path.get());
    }

    private boolean isIntact(Pass<GitRepository, GitRepositoryStatus> pass, Artifact artifact, StoredPath path)
            throws Retryable {
        try {
            if (!parts.store().exists(path)) {
                return false;
            }
            if (parts.store().matches(path, Digest.parse(artifact.digest()))) {
                return true;
            }
            String message =
                    "failed to verify integrity of artifact: computed digest doesn't match '" + artifact.digest() + "'";
            pass.emit(Severity.ERROR, GitReason.ARTIFACT_VERIFICATION_FAILED, message, Map.of());
            parts.store().remove(path);
            return false;
        } catch (IOException unreadable) {
            throw Retryable.of(
                            GitReason.READ_OPERATION_FAILED,
                            "cannot read the stored artifact " + path.path() + ": " + unreadable.getMessage(),
                            unreadable)
                    .marking(GitCondition.STORAGE_OPERATION_FAILED);
        } catch (IllegalArgumentException foreign) {
            // a digest that this controller has not written
            return false;
        }
    }
}
