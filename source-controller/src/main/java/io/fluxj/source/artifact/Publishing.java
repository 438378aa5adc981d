package io.fluxj.source.artifact;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.storage.StoredFile;
import io.fluxj.runtime.storage.StoredPath;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ends the passes of a kind: stores what is new, and tells what is stored. Source: behaviour §1.1, conditions-events §3. */
public final class Publishing<R extends CustomResource<?, S>, S extends HoldsArtifact> {
    private static final String GROUP = "source.toolkit.fluxcd.io/";

    private final Storage storage;
    private final ArtifactKind<S> kind;

    /** Publishes for a kind. */
    public Publishing(Storage storage, ArtifactKind<S> kind) {
        this.storage = storage;
        this.kind = kind;
    }

    /** Ends a pass that found upstream where it was: the artifact that the status names stays. */
    public Outcome keep(Pass<R, S> pass, Report report, Duration interval) {
        Artifact artifact = Objects.requireNonNull(pass.status().artifact());
        markStored(pass, report);
        return announced(pass, Outcome.unchanged(report.reason(), report.condition(), interval), artifact, report);
    }

    /** Ends a pass that made something new. */
    public Outcome publish(Pass<R, S> pass, NewArtifact<S> made, Report report, Duration interval) throws Retryable {
        StoredPath path = new StoredPath(ArtifactFolder.of(pass.object()), made.file());
        Artifact artifact = artifact(made, store(path, made.content()));
        link(pass, path);
        pass.update(status -> made.observed().apply(kind.placing().place(status, artifact)));
        markStored(pass, report);
        return announced(pass, Outcome.ready(report.reason(), report.condition(), interval), artifact, report);
    }

    private StoredFile store(StoredPath path, ArtifactContent content) throws Retryable {
        try {
            return storage.store().write(path, file -> content.writeTo(file, storage.digests()));
        } catch (IOException failed) {
            throw Retryable.of(
                            SourceReason.ARCHIVE_OPERATION_FAILED,
                            content.failure() + ": " + failed.getMessage(),
                            failed)
                    .marking(SourceCondition.STORAGE_OPERATION_FAILED);
        }
    }

    /** Nothing that matters hangs on the link, so the pass goes on without it. */
    private void link(Pass<R, S> pass, StoredPath path) {
        if (kind.link().isEmpty()) {
            return;
        }
        try {
            storage.store().link(path.beside(kind.link()), path);
        } catch (IOException failed) {
            String message = "failed to update status URL symlink: " + failed.getMessage();
            pass.emit(Severity.TRACE, SourceReason.SYMLINK_UPDATE_FAILED, message, Map.of());
        }
    }

    private Artifact artifact(NewArtifact<S> made, StoredFile file) {
        Artifact artifact = Artifact.builder()
                .path(file.path())
                .url(storage.address().url(file.path()))
                .revision(made.revision())
                .digest(file.digest().toString())
                .lastUpdateTime(storage.clock().instant().truncatedTo(ChronoUnit.SECONDS))
                .size(file.size())
                .build();
        return made.metadata().isEmpty() ? artifact : artifact.withMetadata(made.metadata());
    }

    private void markStored(Pass<R, S> pass, Report report) {
        kind.conditions().abnormal().forEach(pass.conditions()::clear);
        pass.conditions().markTrue(SourceCondition.ARTIFACT_IN_STORAGE, report.reason(), report.condition());
    }

    /** Others hear of an artifact with other bytes than before, and of the end of a failure. */
    private Outcome announced(Pass<R, S> pass, Outcome outcome, Artifact artifact, Report report) {
        S before = pass.object().getStatus();
        Artifact old = before == null ? null : before.artifact();
        boolean sameBytes = old != null && old.digest().equals(artifact.digest());
        if (sameBytes && !hadFailed(pass.previousConditions())) {
            return outcome;
        }
        Reason reason = sameBytes ? report.reason() : report.news();
        Map<String, String> metadata =
                Map.of(GROUP + "revision", artifact.revision(), GROUP + "digest", artifact.digest());
        return outcome.announcing(new Announcement(Severity.INFO, reason, report.event(), metadata));
    }

    private boolean hadFailed(List<Condition> conditions) {
        return conditions.stream()
                .map(Condition::type)
                .anyMatch(kind.conditions().failures()::contains);
    }
}
