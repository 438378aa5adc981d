package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.GitSpec;
import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.image.v1.ImageUpdateAutomationSpec;
import io.fluxj.api.image.v1.ImageUpdateAutomationStatus;
import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.automation.AutomationReason;
import io.fluxj.automation.message.CommitMessage;
import io.fluxj.automation.source.GitSource;
import io.fluxj.git.GitException;
import io.fluxj.git.GitRevision;
import io.fluxj.git.GitWorkspace;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyNews;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The steps of an ImageUpdateAutomation. Source: behaviour §6. */
public final class ImageUpdateAutomationReconciliation
        implements Reconciliation<ImageUpdateAutomation, ImageUpdateAutomationStatus> {
    private static final String READY = "repository up-to-date";

    private final PassParts parts;
    private final PolicyWatch watch;
    private final SourceStep sources;
    private final ApplyStep apply = new ApplyStep();
    private final UpdateStep update;

    /** Assembles the steps. */
    public ImageUpdateAutomationReconciliation(PassParts parts, PolicyWatch watch) {
        this.parts = parts;
        this.watch = watch;
        this.sources = new SourceStep(parts, watch::repository);
        this.update = new UpdateStep(parts);
    }

    @Override
    public KindRules<ImageUpdateAutomation, ImageUpdateAutomationStatus> rules() {
        return new KindRules<>(
                ImageUpdateAutomation.class,
                ImageUpdateAutomationStatus.class,
                "image-automation-controller",
                Set.of("Ready", "Reconciling", "Stalled"),
                automation -> Boolean.TRUE.equals(automation.getSpec().suspend()),
                automation -> RetryPolicy.backoff(),
                ReadyRule.standing());
    }

    @Override
    public Outcome reconcile(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass)
            throws Failure, InterruptedException {
        pass.update(status ->
                status.withLastAutomationRunTime(parts.clock().instant().truncatedTo(ChronoUnit.SECONDS)));
        GitSpec git = pass.step("readSpec", () -> readSpec(pass));
        ChosenImages chosen = pass.step("listPolicies", () -> policies(pass.object()));
        try (GitSource source = pass.step("resolveSource", () -> sources.open(pass, git))) {
            if (mayRest(pass, chosen, source) && pass.step("lookForChanges", () -> isUnchanged(pass, source))) {
                return ReadyNews.of(pass, READY, "no change since last reconciliation", interval(pass.object()));
            }
            return work(pass, source, chosen);
        }
    }

    private GitSpec readSpec(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass)
            throws Stalled, InterruptedException {
        ImageUpdateAutomationSpec spec = pass.object().getSpec();
        long observed = observed(pass.object());
        parts.notices().tell(pass, observed, UndeclaredFields.of("spec", spec), List.of());
        try {
            interval(pass.object());
        } catch (IllegalArgumentException unusable) {
            throw Stalled.of(AutomationReason.INVALID_SPEC, "spec.interval: " + unusable.getMessage(), unusable);
        }
        if (spec.git() == null) {
            throw Stalled.of(
                    AutomationReason.INVALID_SOURCE_CONFIGURATION,
                    "source kind 'GitRepository' necessitates field .spec.git: invalid source configuration");
        }
        if (!Objects.equals(pass.object().getMetadata().getGeneration(), observed)) {
            warnOfTemplate(pass, spec.git());
        }
        return spec.git();
    }

    private static long observed(ImageUpdateAutomation automation) {
        ImageUpdateAutomationStatus status = automation.getStatus();
        return status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
    }

    private static void warnOfTemplate(Pass<ImageUpdateAutomation, ?> pass, GitSpec git) {
        String template = Objects.requireNonNullElse(git.commit().messageTemplate(), "");
        if (new CommitMessage(template, Map.of()).usesUpdated()) {
            pass.emit(
                    Severity.WARNING,
                    AutomationReason.DEPRECATED_TEMPLATE_FIELD,
                    "spec.git.commit.messageTemplate uses '.Updated', which Flux does not know any more; write '.Changed'"
                            + " instead",
                    Map.of());
        }
    }

    private ChosenImages policies(ImageUpdateAutomation automation) throws Stalled {
        try {
            PolicySelector selector = PolicySelector.of(automation.getSpec().policySelector());
            String namespace = automation.getMetadata().getNamespace();
            return ChosenImages.of(namespace, watch.policies(namespace), selector);
        } catch (IllegalArgumentException malformed) {
            throw Stalled.of(
                    AutomationReason.INVALID_POLICY_SELECTOR,
                    "failed to parse policy selector: " + malformed.getMessage(),
                    malformed);
        }
    }

    /** Whether there is nothing to do unless the repository moved. What is pushed elsewhere is looked at each time. */
    private static boolean mayRest(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, ChosenImages chosen, GitSource source) {
        ImageUpdateAutomation automation = pass.object();
        return !source.branches().differ()
                && UpdateStep.refspec(automation).isEmpty()
                && Objects.equals(automation.getMetadata().getGeneration(), observed(automation))
                && pass.conditions().isTrue("Ready")
                && pass.status().observedPolicies().equals(chosen.references());
    }

    private static boolean isUnchanged(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitSource source)
            throws Failure, InterruptedException {
        try {
            GitRevision now = pass.transferring(pass.outdated(), source::resolve);
            return shown(now).equals(pass.status().observedSourceRevision());
        } catch (GitException unreachable) {
            throw checkoutFailed(unreachable);
        }
    }

    private Outcome work(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitSource source, ChosenImages chosen)
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
            Optional<UpdateStep.Commit> commit = pass.step(
                    "commit", () -> update.commit(pass, source, workspace, new UpdateStep.Update(result, chosen)));
            if (commit.isPresent()) {
                Optional<GitException> refused =
                        pass.step("pushBranch", () -> update.pushBranch(pass, source, workspace, commit.get()));
                if (refused.isPresent()) {
                    throw refused.get();
                }
                pass.step("pushRefspec", () -> update.pushRefspec(pass, workspace, commit.get()));
            }
            return done(pass, source, workspace, chosen, commit.map(UpdateStep.Commit::pushed));
        }
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

    private static Retryable checkoutFailed(GitException failed) {
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
    private static String shown(GitRevision revision) {
        return new GitRevision(revision.name().replaceFirst("^refs/(?:heads|tags)/", ""), revision.hash()).toString();
    }

    private static Duration interval(ImageUpdateAutomation automation) {
        return automation.getSpec().interval().value();
    }

    @Override
    public void cleanUp(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass) {
        // what was pushed is the repository's
    }

    @Override
    public void forget(ImageUpdateAutomation automation) {
        parts.notices().forget(automation);
        apply.forget(automation);
    }
}
