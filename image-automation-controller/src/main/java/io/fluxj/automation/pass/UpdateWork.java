package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.image.v1.ImageUpdateAutomationStatus;
import io.fluxj.automation.AutomationReason;
import io.fluxj.automation.source.GitSource;
import io.fluxj.git.GitException;
import io.fluxj.git.GitRevision;
import io.fluxj.git.GitWorkspace;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyNews;
import io.fluxj.runtime.reconcile.Retryable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** From a checkout to what is pushed and said of it; again upon what is there by then where a push is not taken and the gate lets it. */
final class UpdateWork {
    static final String READY = "repository up-to-date";

    private final PassParts parts;
    private final ApplyStep apply = new ApplyStep();
    private final UpdateStep update;
    private final RequestStep requests;
    private final PlanStep plan;

    UpdateWork(PassParts parts) {
        this.parts = parts;
        this.update = new UpdateStep(parts);
        this.requests = new RequestStep(parts.secrets());
        this.plan = new PlanStep(parts.plans());
    }

    Outcome work(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitSource source, ChosenImages chosen)
            throws Failure, InterruptedException {
        PushRetries retries = parts.rules().retryPush() ? PushRetries.of(interval(pass.object())) : PushRetries.none();
        long firstFailure = 0;
        for (int tried = 1; ; tried++) {
            try {
                return once(pass, source, chosen);
            } catch (GitException refused) {
                firstFailure = firstFailure == 0 ? System.nanoTime() : firstFailure;
                Duration pause = retries.pause(tried);
                Duration since = Duration.ofNanos(System.nanoTime() - firstFailure);
                boolean again = retries.allow(tried, since, pause)
                        && pass.waiting(() -> PushRetries.await(pass.superseded(), pause));
                if (!again) {
                    throw UpdateStep.pushFailed(retries.givenUp(tried, refused));
                }
            }
        }
    }

    /** @throws GitException when the branch could not be pushed */
    private Outcome once(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitSource source, ChosenImages chosen)
            throws Failure, GitException, InterruptedException {
        try (GitWorkspace workspace = pass.step("checkout", () -> checkout(pass, source))) {
            var result = pass.step("applyPolicies", () -> apply.apply(pass, workspace, chosen));
            if (PlanStep.isWanted(pass.object())) {
                return pass.step("plan", () -> plan.plan(pass, workspace, result, interval(pass.object())));
            }
            Optional<UpdateStep.Commit> commit = pass.step(
                    "commit", () -> update.commit(pass, source, workspace, new UpdateStep.Update(result, chosen)));
            boolean isNew = commit.isPresent() && !(source.branches().anew() && isThere(workspace, commit.get()));
            if (isNew) {
                push(pass, source, workspace, commit.get());
            }
            pass.step(
                    "keepRequest",
                    () -> requests.keep(
                            pass,
                            source,
                            workspace,
                            commit.map(made -> new RequestStep.RequestedCommit(made.pushed(), isNew))));
            if (isNew) {
                FileNews.tell(pass, result.changes());
            }
            return done(
                    pass, source, workspace, chosen, commit.filter(_ -> isNew).map(UpdateStep.Commit::pushed));
        }
    }

    private static boolean isThere(GitWorkspace workspace, UpdateStep.Commit commit) throws Failure {
        try {
            return workspace.hasSame(commit.pushed().hash());
        } catch (GitException unreadable) {
            throw UpdateStep.failed("failed to compare with the remote: " + unreadable.message(), unreadable);
        }
    }

    private void push(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass,
            GitSource source,
            GitWorkspace workspace,
            UpdateStep.Commit commit)
            throws Failure, GitException, InterruptedException {
        Optional<GitException> refused =
                pass.step("pushBranch", () -> update.pushBranch(pass, source, workspace, commit));
        if (refused.isPresent()) {
            throw refused.get();
        }
        pass.step("pushRefspec", () -> update.pushRefspec(pass, workspace, commit));
    }

    private static GitWorkspace checkout(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitSource source)
            throws Failure, InterruptedException {
        try {
            return pass.transferring(pass.outdated(), source::open);
        } catch (GitException failed) {
            throw checkoutFailed(failed);
        }
    }

    static Retryable checkoutFailed(GitException failed) {
        return Retryable.of(
                AutomationReason.GIT_OPERATION_FAILED, "failed to checkout source: " + failed.message(), failed);
    }

    private Outcome done(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass,
            GitSource source,
            GitWorkspace workspace,
            ChosenImages chosen,
            Optional<Pushed> pushed) {
        boolean moved = pushed.isPresent() && !source.branches().differ();
        GitRevision revision =
                moved ? new GitRevision(source.branches().push(), pushed.get().hash()) : workspace.checkedOut();
        pass.update(
                status -> status.withObservedPolicies(chosen.references()).withObservedSourceRevision(shown(revision)));
        if (pushed.isEmpty()) {
            return ReadyNews.of(pass, READY, READY, interval(pass.object()));
        }
        pass.update(status -> status.withLastPushCommit(pushed.get().hash())
                .withLastPushTime(parts.clock().instant().truncatedTo(ChronoUnit.SECONDS)));
        return Outcome.ready(CommonReason.SUCCEEDED, READY, interval(pass.object()))
                .announcing(new Announcement(
                        Severity.INFO, CommonReason.SUCCEEDED, told(pass.object(), source, pushed.get()), Map.of()));
    }

    private static String told(ImageUpdateAutomation automation, GitSource source, Pushed pushed) {
        String refspec = UpdateStep.refspec(automation);
        return "pushed commit '" + pushed.hash().substring(0, 7) + "' to branch '"
                + source.branches().push() + "'"
                + (refspec.isEmpty() ? "" : " and refspecs '" + refspec + "'")
                + "\n" + pushed.message();
    }

    /** Branches and tags by their short names, however they were asked for. */
    static String shown(GitRevision revision) {
        return new GitRevision(revision.name().replaceFirst("^refs/(?:heads|tags)/", ""), revision.hash()).toString();
    }

    static Duration interval(ImageUpdateAutomation automation) {
        return automation.getSpec().interval().value();
    }

    void forget(ImageUpdateAutomation automation) {
        apply.forget(automation);
    }
}
