package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseAction;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.helm.action.Wanted;
import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.Own;
import io.fluxj.helmrelease.history.History;
import io.fluxj.helmrelease.history.Observations;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.postrender.ObservedDigests;
import io.fluxj.helmrelease.release.HelmActions;
import io.fluxj.helmrelease.rules.Remediation;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What installing and upgrading have in common: how it is told what came of them.
 *
 * @param action which of both
 * @param succeeded reason where it did
 * @param failed reason where it did not
 * @param remediation counts failures
 */
record Deployment(
        ReleaseWork work,
        ReleaseAction action,
        HelmReleaseReason succeeded,
        HelmReleaseReason failed,
        Remediation remediation) {

    void run(Function<HelmActions, Release> doing) throws Failure {
        ReleaseSite site = work.site();
        site.conditions().clear(HelmReleaseCondition.TEST_SUCCESS);
        site.conditions().clear(HelmReleaseCondition.REMEDIATED);
        site.pass().update(status -> status.withLastAttemptedReleaseAction(Choice.of(action)));
        Attempt attempt = Attempt.at(site, doing);
        site.pass().update(status -> status.withLastAttemptedReleaseActionDuration(GoDuration.of(attempt.took())));
        enter(attempt);
        if (attempt.isCancelled()) {
            throw new Cancellation(site).superseded();
        }
        if (attempt.failed().isPresent()) {
            tellFailure(attempt);
        } else {
            tellSuccess();
        }
    }

    /** What is to be released, with the labels of its owner on the CRDs. */
    Wanted wanted() {
        return wanted(work);
    }

    static Wanted wanted(ReleaseWork work) {
        return new Wanted(
                work.place().name(),
                work.place().namespace(),
                work.chart().chart(),
                work.values().tree(),
                Own.MARKERS.ownership(work.site().pass().object()).labels(),
                work.postRenderer());
    }

    /** Takes over what an earlier process did and could not tell. */
    void adopt(Observations found) {
        work.site().pass().update(status -> status.withLastAttemptedReleaseAction(Choice.of(action)));
        enter(found, work.site().history());
        tellSuccess();
    }

    /** Takes over that an earlier process failed and could not tell. */
    void adoptFailed(Observations found, String why) {
        work.site().pass().update(status -> status.withLastAttemptedReleaseAction(Choice.of(action)));
        enter(found, work.site().history());
        tellFailure(why, "");
        work.site().pass().update(remediation::counted);
    }

    private void enter(Attempt attempt) {
        History before = work.site().history();
        enter(attempt.stored(), attempt.touchesBase() ? before.withUnmarkedBase() : before);
    }

    private void enter(Observations stored, History before) {
        ReleaseSite site = work.site();
        Observations.Entering how =
                new Observations.Entering(action.text(), work.chart().ociDigest(), false);
        site.keep(stored.in(before, site.snapshots(), how));
        stored.newest().ifPresent(release -> new ReleaseInventory(site)
                .keep(release, Optional.of(work.chart().chart())));
    }

    private void tellSuccess() {
        ReleaseSite site = work.site();
        ReleaseSnapshot made = site.history().latest().orElseThrow();
        String message = "Helm %s succeeded for release %s with chart %s"
                .formatted(action.text(), Snapshots.fullName(made), Snapshots.chart(made));
        site.pass().update(ObservedDigests.of(site.rules().spec())::in);
        site.conditions().markTrue(HelmReleaseCondition.RELEASED, succeeded, message);
        if (site.rules().tests()) {
            site.conditions()
                    .markUnknown(
                            HelmReleaseCondition.TEST_SUCCESS,
                            HelmReleaseReason.AWAITING_TESTS,
                            "Helm release %s with chart %s is awaiting tests"
                                    .formatted(Snapshots.fullName(made), Snapshots.chart(made)));
        }
        site.summarise();
        Told.of(site.pass(), made).info(succeeded, message);
    }

    private void tellFailure(Attempt attempt) throws Retryable {
        String message = tellFailure(attempt.why(), attempt.log().appendix());
        if (attempt.stored().newest().isEmpty() || attempt.isUnanswered()) {
            throw Retryable.of(failed, message).quietly();
        }
        work.site().pass().update(remediation::counted);
    }

    private String tellFailure(String why, String appendix) {
        ReleaseSite site = work.site();
        String message = "Helm %s failed for release %s with chart %s: %s"
                .formatted(action.text(), work.place(), work.chart().reference(), why);
        site.pass().update(Deployment::oneFailureMore);
        if (action == ReleaseAction.INSTALL) {
            site.pass().update(ObservedDigests.of(site.rules().spec())::in);
        }
        site.conditions().markFalse(HelmReleaseCondition.RELEASED, failed, message);
        site.summarise();
        Told.of(site.pass(), work.chart(), work.values()).error(failed, message + appendix);
        return message;
    }

    static HelmReleaseStatus oneFailureMore(HelmReleaseStatus status) {
        return status.withFailures(Objects.requireNonNullElse(status.failures(), 0L) + 1);
    }
}
