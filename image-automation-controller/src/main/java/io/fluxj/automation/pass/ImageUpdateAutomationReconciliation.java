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
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyNews;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Stalled;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The steps of an ImageUpdateAutomation. Source: behaviour §6. */
public final class ImageUpdateAutomationReconciliation
        implements Reconciliation<ImageUpdateAutomation, ImageUpdateAutomationStatus> {
    private final PassParts parts;
    private final PolicyWatch watch;
    private final SourceStep sources;
    private final UpdateWork work;

    /** Assembles the steps. */
    public ImageUpdateAutomationReconciliation(PassParts parts, PolicyWatch watch) {
        this.parts = parts;
        this.watch = watch;
        this.sources = new SourceStep(parts, watch::repository);
        this.work = new UpdateWork(parts);
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
            RequestStep.require(pass.object(), source);
            if (mayRest(pass, chosen, source) && pass.step("lookForChanges", () -> isUnchanged(pass, source))) {
                return ReadyNews.of(
                        pass,
                        UpdateWork.READY,
                        "no change since last reconciliation",
                        UpdateWork.interval(pass.object()));
            }
            return work.work(pass, source, chosen);
        }
    }

    private GitSpec readSpec(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass)
            throws Stalled, InterruptedException {
        ImageUpdateAutomationSpec spec = pass.object().getSpec();
        long observed = observed(pass.object());
        parts.notices().tell(pass, observed, UndeclaredFields.of("spec", spec), List.of());
        try {
            UpdateWork.interval(pass.object());
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
                && !PlanStep.isWanted(automation)
                && UpdateStep.refspec(automation).isEmpty()
                && Objects.equals(automation.getMetadata().getGeneration(), observed(automation))
                && pass.conditions().isTrue("Ready")
                && pass.status().observedPolicies().equals(chosen.references());
    }

    private static boolean isUnchanged(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitSource source)
            throws Failure, InterruptedException {
        try {
            GitRevision now = pass.transferring(pass.outdated(), source::resolve);
            return UpdateWork.shown(now).equals(pass.status().observedSourceRevision());
        } catch (GitException unreachable) {
            throw UpdateWork.checkoutFailed(unreachable);
        }
    }

    @Override
    public void cleanUp(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass) {
        // what was pushed is the repository's
    }

    @Override
    public void forget(ImageUpdateAutomation automation) {
        parts.notices().forget(automation);
        work.forget(automation);
    }
}
