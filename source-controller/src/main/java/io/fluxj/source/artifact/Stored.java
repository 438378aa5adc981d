package io.fluxj.source.artifact;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.archive.Digest;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.RecordedFile;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.storage.StoredPath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what is stored for the objects of a kind, and what their statuses say of it, in step. Source: behaviour §1.1. */
public final class Stored<R extends CustomResource<?, S>, S extends HoldsArtifact> {
    private final Storage storage;
    private final ArtifactKind<S> kind;

    /** Looks after a kind. */
    public Stored(Storage storage, ArtifactKind<S> kind) {
        this.storage = storage;
        this.kind = kind;
    }

    /** Drops what is no longer needed, and an artifact that is gone or is not what it was; renews the artifact's address. */
    public void tidyUp(Pass<R, S> pass) throws Retryable {
        collectGarbage(pass);
        Artifact artifact = pass.status().artifact();
        if (artifact != null && isIntact(pass, artifact)) {
            place(pass, artifact.withUrl(storage.address().url(artifact.path())));
            return;
        }
        place(pass, null);
        pass.conditions().clear(SourceCondition.ARTIFACT_IN_STORAGE);
        pass.drifted("building artifact" + (artifact == null ? "" : ": disappeared from storage"));
    }

    /** Removes everything stored for an object that is being deleted. */
    public void removeAll(Pass<R, S> pass) throws Retryable {
        try {
            if (storage.store().removeAll(ArtifactFolder.of(pass.object()))) {
                pass.emit(
                        Severity.TRACE,
                        SourceReason.GARBAGE_COLLECTION_SUCCEEDED,
                        "garbage collected artifacts for deleted resource",
                        Map.of());
            }
        } catch (IOException failed) {
            throw Retryable.of(
                    SourceReason.GARBAGE_COLLECTION_FAILED,
                    "garbage collection for deleted resource failed: " + failed.getMessage(),
                    failed);
        }
    }

    private void place(Pass<R, S> pass, @Nullable Artifact artifact) {
        pass.update(status -> kind.placing().place(status, artifact));
    }

    private void collectGarbage(Pass<R, S> pass) {
        Artifact artifact = pass.status().artifact();
        ArtifactFolder folder = ArtifactFolder.of(pass.object());
        Optional<StoredPath> current =
                Optional.ofNullable(artifact).flatMap(used -> StoredPath.recorded(folder, used.path()));
        try {
            int removed = storage.store().collectGarbage(folder, current, storage.retention());
            if (removed > 0) {
                String message = "garbage collected " + removed + " artifacts";
                pass.emit(Severity.TRACE, SourceReason.GARBAGE_COLLECTION_SUCCEEDED, message, Map.of());
            }
        } catch (IOException failed) {
            String message = "garbage collection of artifacts failed: " + failed.getMessage();
            pass.emit(Severity.ERROR, SourceReason.GARBAGE_COLLECTION_FAILED, message, Map.of());
        }
    }

    /** A path outside the object's own folder was not written by this controller: what it names is another's, or nobody's. */
    private boolean isIntact(Pass<R, S> pass, Artifact artifact) throws Retryable {
        Optional<StoredPath> path = StoredPath.recorded(ArtifactFolder.of(pass.object()), artifact.path());
        return path.isPresent() && isHere(pass, artifact, path.get()) && isIntact(pass, artifact, path.get());
    }

    /** What cannot be brought back is fetched from upstream again. */
    private boolean isHere(Pass<R, S> pass, Artifact artifact, StoredPath path) {
        if (storage.store().exists(path)) {
            return true;
        }
        Optional<RecordedFile> recorded = RecordedFile.of(pass.object(), artifact);
        try {
            return recorded.isPresent() && storage.store().restore(recorded.get());
        } catch (IOException lost) {
            String message = "cannot bring back the artifact " + path.path() + ": " + lost.getMessage();
            pass.emit(Severity.ERROR, SourceReason.READ_OPERATION_FAILED, message, Map.of());
            return false;
        }
    }

    private boolean isIntact(Pass<R, S> pass, Artifact artifact, StoredPath path) throws Retryable {
        try {
            if (storage.store().matches(path, Digest.parse(artifact.digest()))) {
                return true;
            }
            String message =
                    "failed to verify integrity of artifact: computed digest doesn't match '" + artifact.digest() + "'";
            pass.emit(Severity.ERROR, SourceReason.ARTIFACT_VERIFICATION_FAILED, message, Map.of());
            storage.store().remove(path);
            return false;
        } catch (IOException unreadable) {
            throw Retryable.of(
                            SourceReason.READ_OPERATION_FAILED,
                            "cannot read the stored artifact " + path.path() + ": " + unreadable.getMessage(),
                            unreadable)
                    .marking(SourceCondition.STORAGE_OPERATION_FAILED);
        } catch (IllegalArgumentException foreign) {
            // a digest that this controller has not written
            return false;
        }
    }
}
