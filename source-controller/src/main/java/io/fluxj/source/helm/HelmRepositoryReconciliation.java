package io.fluxj.source.helm;

import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositorySpec;
import io.fluxj.api.source.v1.HelmRepositoryStatus;
import io.fluxj.api.source.v1.HelmRepositoryType;
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
import io.fluxj.source.artifact.TimeFields;
import io.fluxj.source.artifact.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The steps of a HelmRepository. Source: behaviour §1.5, §10. */
public final class HelmRepositoryReconciliation implements Reconciliation<HelmRepository, HelmRepositoryStatus> {
    /** A net: looking up the access reads two Secrets at most. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(5);

    private static final String LINK = "index.yaml";
    private static final SourceConditions CONDITIONS = SourceConditions.of();

    private final SpecNotices<HelmRepository> notices;
    private final Stored<HelmRepository, HelmRepositoryStatus> stored;
    private final AccessStep access;
    private final FetchStep fetch;
    private final PublishStep publish;
    private final Path workFolder;

    /** Assembles the steps. */
    public HelmRepositoryReconciliation(HelmParts parts, SpecNotices<HelmRepository> notices) {
        ArtifactKind<HelmRepositoryStatus> kind = kind(parts.storage().address());
        this.notices = notices;
        this.stored = new Stored<>(parts.storage(), kind);
        this.access = new AccessStep(new RepositoryAccess(parts.secrets(), parts.longest()));
        this.fetch = new FetchStep(parts);
        this.publish = new PublishStep(new Publishing<>(parts.storage(), kind));
        this.workFolder = parts.workFolder();
    }

    private static ArtifactKind<HelmRepositoryStatus> kind(AdvertisedAddress address) {
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
    public KindRules<HelmRepository, HelmRepositoryStatus> rules() {
        return new KindRules<>(
                HelmRepository.class,
                HelmRepositoryStatus.class,
                "source-controller",
                CONDITIONS.owned(),
                repository -> Boolean.TRUE.equals(repository.getSpec().suspend()),
                repository -> RetryPolicy.backoff(),
                CONDITIONS.ready());
    }

    /** One in a registry has no index: charts are looked for in the registry itself. */
    @Override
    public boolean isStatic(HelmRepository repository) {
        var type = repository.getSpec().type();
        return type != null && type.is(HelmRepositoryType.OCI);
    }

    @Override
    public Outcome reconcile(Pass<HelmRepository, HelmRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("readSpec", () -> readSpec(pass));
        pass.step("tidyUp", () -> stored.tidyUp(pass));
        IndexSource source = pass.step("resolveAccess", LOOKING_UP, () -> access.resolve(pass));
        try (WorkFolder folder = WorkFolder.create(workFolder, pass.object())) {
            DownloadedIndex index = pass.step("download", () -> fetch.download(pass, source, folder));
            if (FetchStep.isStored(pass, index)) {
                return pass.step("keep", () -> publish.keep(pass));
            }
            Path made = pass.step("readIndex", () -> fetch.convert(pass, index, folder));
            return pass.step("publish", () -> publish.publish(pass, index, made));
        }
    }

    private void readSpec(Pass<HelmRepository, HelmRepositoryStatus> pass) throws Failure {
        HelmRepositorySpec spec = pass.object().getSpec();
        HelmRepositoryStatus status = pass.object().getStatus();
        long observed = status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
        notices.tell(pass, observed, UndeclaredFields.of("spec", spec), List.of());
        TimeFields.requireUsable("spec.interval", spec.interval());
        TimeFields.requireUsable("spec.timeout", spec.timeout());
    }

    @Override
    public void cleanUp(Pass<HelmRepository, HelmRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("removeArtifacts", () -> stored.removeAll(pass));
    }

    @Override
    public void forget(HelmRepository repository) {
        notices.forget(repository);
    }
}
