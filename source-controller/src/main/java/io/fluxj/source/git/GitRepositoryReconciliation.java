package io.fluxj.source.git;

import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import java.time.Duration;
import java.util.List;

/** The steps of a GitRepository. Source: behaviour §1.3, §10. */
public final class GitRepositoryReconciliation implements Reconciliation<GitRepository, GitRepositoryStatus> {
    /** A net: looking up the access reads one Secret at most. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(5);

    private final SpecNotices<GitRepository> notices;
    private final SpecCheck specCheck;
    private final StorageStep storage;
    private final AccessStep access;
    private final FetchStep fetch;
    private final ArchiveStep archive;

    /** Assembles the steps. */
    public GitRepositoryReconciliation(GitParts parts, SpecNotices<GitRepository> notices) {
        this.notices = notices;
        this.specCheck = new SpecCheck(parts.objectLevelIdentity());
        this.storage = new StorageStep(parts);
        this.access = new AccessStep(parts);
        this.fetch = new FetchStep(parts);
        this.archive = new ArchiveStep(parts);
    }

    @Override
    public KindRules<GitRepository, GitRepositoryStatus> rules() {
        return new KindRules<>(
                GitRepository.class,
                GitRepositoryStatus.class,
                "source-controller",
                GitCondition.OWNED,
                repository -> Boolean.TRUE.equals(repository.getSpec().suspend()),
                repository -> RetryPolicy.backoff(),
                ReadyRule.summary(GitCondition.ABNORMAL, GitCondition.POSITIVE));
    }

    @Override
    public Outcome reconcile(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("readSpec", () -> readSpec(pass));
        pass.step("tidyUp", () -> storage.tidyUp(pass));
        GitSource source = pass.step("resolveAccess", LOOKING_UP, () -> access.resolve(pass));
        if (pass.step("resolveReference", () -> fetch.isUpToDate(pass, source))) {
            return pass.step("keep", () -> archive.keep(pass, interval(pass)));
        }
        try (WorkFolder folder = fetch.newFolder()) {
            Fetched fetched = pass.step("clone", () -> fetch.checkOut(pass, source, folder));
            return pass.step("publish", () -> archive.publish(pass, fetched, interval(pass)));
        }
    }

    private void readSpec(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure {
        tellIdleFields(pass);
        specCheck.requireSupported(pass.object());
    }

    @Override
    public void cleanUp(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure, InterruptedException {
        pass.step("removeArtifacts", () -> storage.removeAll(pass));
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

    private static Duration interval(Pass<GitRepository, GitRepositoryStatus> pass) {
        return pass.object().getSpec().interval().value();
    }
}
