package io.fluxj.source.git;

import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.source.artifact.ArtifactKind;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.Stored;
import io.fluxj.source.artifact.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The steps of a GitRepository. Source: behaviour §1.3, §10. */
public final class GitRepositoryReconciliation implements Reconciliation<GitRepository, GitRepositoryStatus> {
    /** A net: looking up the access reads one Secret at most. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(5);

    private static final ArtifactKind<GitRepositoryStatus> KIND =
            new ArtifactKind<>(GitRepositoryStatus::withArtifact, GitCondition.ALL);

    private final SpecNotices<GitRepository> notices;
    private final SpecCheck specCheck;
    private final Stored<GitRepository, GitRepositoryStatus> stored;
    private final AccessStep access;
    private final IncludeStep include;
    private final FetchStep fetch;
    private final VerifyStep verify;
    private final PublishStep publish;
    private final Path workFolder;

    /**
     * Assembles the steps.
     *
     * @param neighbours what may be included
     */
    public GitRepositoryReconciliation(GitParts parts, Neighbours neighbours, SpecNotices<GitRepository> notices) {
        this.notices = notices;
        this.specCheck = new SpecCheck(parts.identity().clouds().forObjects());
        this.stored = new Stored<>(parts.storage(), KIND);
        this.access = new AccessStep(parts);
        this.include = new IncludeStep(parts, neighbours);
        this.fetch = new FetchStep();
        this.verify = new VerifyStep(parts.secrets(), parts.storage().clock());
        this.publish = new PublishStep(new Publishing<>(parts.storage(), KIND));
        this.workFolder = parts.workFolder();
    }

    @Override
    public KindRules<GitRepository, GitRepositoryStatus> rules() {
        return new KindRules<>(
                GitRepository.class,
                GitRepositoryStatus.class,
                "source-controller",
                GitCondition.ALL.owned(),
                repository -> Boolean.TRUE.equals(repository.getSpec().suspend()),
                repository -> RetryPolicy.backoff(),
                GitCondition.ALL.ready());
    }

    @Override
    public Outcome reconcile(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("readSpec", () -> readSpec(pass));
        pass.step("tidyUp", () -> stored.tidyUp(pass));
        try (GitSource source = pass.step("resolveAccess", LOOKING_UP, () -> access.resolve(pass))) {
            List<Included> includes = pass.step("findIncludes", LOOKING_UP, () -> include.find(pass));
            if (pass.step("resolveReference", () -> fetch.isUpToDate(pass, source, includes))) {
                return pass.step("keep", () -> publish.keep(pass));
            }
            return build(pass, source, includes);
        }
    }

    private Outcome build(Pass<GitRepository, GitRepositoryStatus> pass, GitSource source, List<Included> includes)
            throws Failure, InterruptedException {
        try (WorkFolder folder = WorkFolder.create(workFolder, pass.object())) {
            Fetched fetched = pass.step("clone", () -> fetch.checkOut(pass, source, folder));
            pass.step("verify", () -> verify.verify(pass, fetched.commit()));
            if (pass.step("compare", () -> fetch.isStored(pass, fetched, includes))) {
                return pass.step("keep", () -> publish.keepVerified(pass));
            }
            pass.step("include", () -> include.layIn(pass, includes, folder.path()));
            return pass.step("publish", () -> publish.publish(pass, fetched, includes));
        }
    }

    private void readSpec(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure {
        tellIdleFields(pass);
        specCheck.requireSupported(pass.object());
        VerifyStep.forgetFailure(pass);
    }

    @Override
    public void cleanUp(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("removeArtifacts", () -> stored.removeAll(pass));
    }

    @Override
    public void forget(GitRepository repository) {
        notices.forget(repository);
    }

    /** Those that only older versions of the kind had. */
    private void tellIdleFields(Pass<GitRepository, GitRepositoryStatus> pass) {
        GitRepositoryStatus status = pass.object().getStatus();
        long observed = status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
        notices.tell(pass, observed, UndeclaredFields.of("spec", pass.object().getSpec()), List.of());
    }
}
