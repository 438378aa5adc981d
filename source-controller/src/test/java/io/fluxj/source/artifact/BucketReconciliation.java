package io.fluxj.source.artifact;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind that is not Git and as small as can be: upstream is one file. */
final class BucketReconciliation implements Reconciliation<Bucket, BucketStatus> {
    private static final String LINK = "latest.tar.gz";
    private static final ArtifactKind<BucketStatus> KIND =
            new ArtifactKind<>(BucketReconciliation::place, SourceConditions.of(), LINK);

    private final Path upstream;
    private final Path workFolder;
    private final Stored<Bucket, BucketStatus> stored;
    private final Publishing<Bucket, BucketStatus> publishing;

    BucketReconciliation(Storage storage, Path upstream, Path workFolder) {
        this.upstream = upstream;
        this.workFolder = workFolder;
        this.stored = new Stored<>(storage, KIND);
        this.publishing = new Publishing<>(storage, KIND);
    }

    private static BucketStatus place(BucketStatus status, @Nullable Artifact artifact) {
        String url = artifact == null ? null : artifact.url().replaceFirst("[^/]+$", LINK);
        return status.withArtifact(artifact).withUrl(url);
    }

    @Override
    public KindRules<Bucket, BucketStatus> rules() {
        return new KindRules<>(
                Bucket.class,
                BucketStatus.class,
                "source-controller",
                KIND.conditions().owned(),
                bucket -> Boolean.TRUE.equals(bucket.getSpec().suspend()),
                bucket -> RetryPolicy.backoff(),
                KIND.conditions().ready());
    }

    @Override
    public Outcome reconcile(Pass<Bucket, BucketStatus> pass) throws Failure {
        stored.tidyUp(pass);
        String revision = revision();
        Report report = Report.of(
                "stored artifact: revision '" + revision + "'",
                "stored artifact with 1 fetched files from '"
                        + pass.object().getSpec().bucketName() + "' bucket");
        Duration interval = pass.object().getSpec().interval().value();
        Artifact artifact = pass.status().artifact();
        if (artifact != null && artifact.revision().equals(revision)) {
            return publishing.keep(pass, report, interval);
        }
        try (WorkFolder folder = WorkFolder.create(workFolder, pass.object())) {
            return publishing.publish(pass, made(pass, revision, folder), report, interval);
        }
    }

    private NewArtifact<BucketStatus> made(Pass<Bucket, BucketStatus> pass, String revision, WorkFolder folder)
            throws Retryable {
        try {
            Path fetched = Files.copy(upstream, folder.path().resolve("fetched"));
            return new NewArtifact<>(
                    revision,
                    revision + ".tar.gz",
                    new ArtifactContent.Copied(fetched, "artifact"),
                    Map.of("org.opencontainers.image.source", "upstream"),
                    status -> status.withObservedIgnore(pass.object().getSpec().ignore()));
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    private String revision() throws Retryable {
        try {
            return Digest.of(DigestAlgorithm.SHA256, Files.readAllBytes(upstream))
                    .toString();
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    private static Retryable unreadable(IOException failed) {
        return Retryable.of(SourceReason.READ_OPERATION_FAILED, "upstream cannot be read", failed)
                .marking(SourceCondition.FETCH_FAILED);
    }

    @Override
    public void cleanUp(Pass<Bucket, BucketStatus> pass) throws Failure {
        stored.removeAll(pass);
    }

    @Override
    public void forget(Bucket object) {
        // nothing is remembered
    }
}
