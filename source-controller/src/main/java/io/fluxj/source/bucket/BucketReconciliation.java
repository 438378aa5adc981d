package io.fluxj.source.bucket;

import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.runtime.bucket.ObjectBucket;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.storage.AdvertisedAddress;
import io.fluxj.source.artifact.ArtifactKind;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.SourceConditions;
import io.fluxj.source.artifact.Stored;
import io.fluxj.source.artifact.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The steps of a Bucket. Source: behaviour §1.7, §10. */
public final class BucketReconciliation implements Reconciliation<Bucket, BucketStatus> {
    /** A net: looking up the access reads three Secrets at most. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(5);

    private static final String LINK = "latest.tar.gz";
    private static final SourceConditions CONDITIONS = SourceConditions.of();

    private final SpecNotices<Bucket> notices;
    private final SpecCheck specCheck;
    private final Stored<Bucket, BucketStatus> stored;
    private final AccessStep access;
    private final FetchStep fetch;
    private final PublishStep publish;
    private final Path workFolder;

    /** Assembles the steps. */
    public BucketReconciliation(BucketParts parts, SpecNotices<Bucket> notices) {
        ArtifactKind<BucketStatus> kind = kind(parts.storage().address());
        this.notices = notices;
        this.specCheck = new SpecCheck(parts.logins().forObjects());
        this.stored = new Stored<>(parts.storage(), kind);
        this.access = new AccessStep(parts);
        this.fetch = new FetchStep(parts);
        this.publish = new PublishStep(new Publishing<>(parts.storage(), kind));
        this.workFolder = parts.workFolder();
    }

    private static ArtifactKind<BucketStatus> kind(AdvertisedAddress address) {
        return new ArtifactKind<>(
                (status, artifact) ->
                        status.withArtifact(artifact).withUrl(artifact == null ? null : link(address, artifact)),
                CONDITIONS,
                LINK);
    }

    private static String link(AdvertisedAddress address, Artifact artifact) {
        return address.url(Path.of(artifact.path()).resolveSibling(LINK).toString());
    }

    @Override
    public KindRules<Bucket, BucketStatus> rules() {
        return new KindRules<>(
                Bucket.class,
                BucketStatus.class,
                "source-controller",
                CONDITIONS.owned(),
                bucket -> Boolean.TRUE.equals(bucket.getSpec().suspend()),
                bucket -> RetryPolicy.backoff(),
                CONDITIONS.ready());
    }

    @Override
    public Outcome reconcile(Pass<Bucket, BucketStatus> pass) throws Failure, InterruptedException {
        pass.step("readSpec", () -> readSpec(pass));
        pass.step("tidyUp", () -> stored.tidyUp(pass));
        try (BucketSource source = pass.step("resolveAccess", LOOKING_UP, () -> access.resolve(pass));
                WorkFolder folder = WorkFolder.create(workFolder, pass.object());
                ObjectBucket bucket = pass.step("findBucket", () -> fetch.open(pass, source))) {
            TagIndex index = pass.step("list", () -> fetch.list(pass, bucket, folder, source.timeout()));
            if (FetchStep.isStored(pass, index)) {
                return pass.step("keep", () -> publish.keep(pass, index));
            }
            pass.step("fetch", () -> fetch.fetch(pass, bucket, index, folder, source.timeout()));
            return pass.step("publish", () -> publish.publish(pass, index, folder));
        }
    }

    private void readSpec(Pass<Bucket, BucketStatus> pass) throws Failure {
        BucketStatus status = pass.object().getStatus();
        long observed = status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
        notices.tell(pass, observed, UndeclaredFields.of("spec", pass.object().getSpec()), List.of());
        specCheck.requireSupported(pass.object());
    }

    @Override
    public void cleanUp(Pass<Bucket, BucketStatus> pass) throws Failure, InterruptedException {
        pass.step("removeArtifacts", () -> stored.removeAll(pass));
    }

    @Override
    public void forget(Bucket bucket) {
        notices.forget(bucket);
    }
}
