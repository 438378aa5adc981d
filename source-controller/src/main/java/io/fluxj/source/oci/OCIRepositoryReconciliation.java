package io.fluxj.source.oci;

import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.oci.Registry;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.source.artifact.ArtifactKind;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.SourceConditions;
import io.fluxj.source.artifact.Stored;
import io.fluxj.source.artifact.WorkFolder;
import io.fluxj.source.signature.Verifiers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of an OCIRepository. Source: behaviour §1.4, §10. */
public final class OCIRepositoryReconciliation implements Reconciliation<OCIRepository, OCIRepositoryStatus> {
    /** A net: looking up the access reads a few Secrets. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(5);

    private static final String LINK = "latest.tar.gz";
    private static final SourceConditions CONDITIONS = SourceConditions.of().verified();
    private static final ArtifactKind<OCIRepositoryStatus> KIND =
            new ArtifactKind<>(OCIRepositoryReconciliation::place, CONDITIONS, LINK);

    private final SpecNotices<OCIRepository> notices;
    private final Stored<OCIRepository, OCIRepositoryStatus> stored;
    private final AccessStep access;
    private final ResolveStep resolve = new ResolveStep();
    private final VerifyStep verify;
    private final PullStep pull;
    private final PublishStep publish;
    private final Path workFolder;

    /** Assembles the steps. */
    public OCIRepositoryReconciliation(OciParts parts, SpecNotices<OCIRepository> notices) {
        this.notices = notices;
        this.stored = new Stored<>(parts.storage(), KIND);
        this.access = new AccessStep(parts);
        this.verify = new VerifyStep(new Verifiers(parts.secrets(), Clock.systemUTC()));
        this.pull = new PullStep(parts.limits().extraction());
        this.publish = new PublishStep(new Publishing<>(parts.storage(), KIND));
        this.workFolder = parts.workFolder();
    }

    private static OCIRepositoryStatus place(OCIRepositoryStatus status, @Nullable Artifact artifact) {
        String url = artifact == null ? null : artifact.url().replaceFirst("[^/]+$", LINK);
        return status.withArtifact(artifact).withUrl(url);
    }

    @Override
    public KindRules<OCIRepository, OCIRepositoryStatus> rules() {
        return new KindRules<>(
                OCIRepository.class,
                OCIRepositoryStatus.class,
                "source-controller",
                CONDITIONS.owned(),
                repository -> Boolean.TRUE.equals(repository.getSpec().suspend()),
                repository -> RetryPolicy.backoff(),
                CONDITIONS.ready());
    }

    @Override
    public Outcome reconcile(Pass<OCIRepository, OCIRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("readSpec", () -> readSpec(pass));
        VerifyStep.forgetFailure(pass);
        pass.step("tidyUp", () -> stored.tidyUp(pass));
        try (OciSource source = pass.step("resolveAccess", LOOKING_UP, () -> access.resolve(pass));
                Registry registry = pass.step("connect", () -> resolve.connect(pass, source))) {
            Upstream upstream = pass.step("resolveReference", () -> resolve.resolve(pass, source, registry));
            pass.step("verify", () -> verify.verify(pass, registry, upstream));
            if (publish.isUpToDate(pass, upstream)) {
                return pass.step("keep", () -> publish.keep(pass));
            }
            return pullAndPublish(pass, registry, upstream);
        }
    }

    private Outcome pullAndPublish(Pass<OCIRepository, OCIRepositoryStatus> pass, Registry registry, Upstream upstream)
            throws Failure, InterruptedException {
        try (WorkFolder folder = WorkFolder.create(workFolder, pass.object())) {
            Pulled pulled = pass.step("pull", () -> pull.pull(pass, registry, upstream, folder));
            return pass.step("publish", () -> publish.publish(pass, upstream, pulled));
        }
    }

    private void readSpec(Pass<OCIRepository, OCIRepositoryStatus> pass) throws Failure {
        OCIRepositoryStatus status = pass.object().getStatus();
        long observed = status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
        notices.tell(pass, observed, UndeclaredFields.of("spec", pass.object().getSpec()), List.of());
        SpecCheck.requireUsable(pass.object().getSpec());
    }

    @Override
    public void cleanUp(Pass<OCIRepository, OCIRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("removeArtifacts", () -> stored.removeAll(pass));
    }

    @Override
    public void forget(OCIRepository repository) {
        notices.forget(repository);
    }
}
