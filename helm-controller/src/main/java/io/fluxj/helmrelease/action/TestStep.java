package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.api.helm.v2.Test;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helm.action.TestFilter;
import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.HelmReleaseCondition;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.rules.Remediation;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs the tests of a release.
 *
 * @param tested which one
 */
record TestStep(ReleaseWork work, ReleaseSnapshot tested) implements ReleaseStep {

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Turn turn() {
        return Turn.TEST;
    }

    @Override
    public Duration timeout() {
        return options().timeout();
    }

    private ActionOptions options() {
        return new ActionSettings(work.site().rules(), work.helm3()).ofTest();
    }

    private List<TestFilter> filters() {
        Test test = work.site().rules().spec().test();
        return test == null
                ? List.of()
                : test.filters().stream()
                        .map(filter -> new TestFilter(filter.name(), Boolean.TRUE.equals(filter.exclude())))
                        .toList();
    }

    @Override
    public void run() throws Failure {
        ReleaseSite site = work.site();
        Attempt attempt = Attempt.at(site, actions -> actions.test().run(tested.name(), filters(), options()));
        if (attempt.isCancelled()) {
            throw new Cancellation(site).superseded();
        }
        Optional<Release> seen =
                attempt.stored().newest().filter(release -> release.key().revision() == tested.version());
        seen.ifPresent(this::enter);
        if (attempt.failed().isPresent()) {
            failed(attempt, seen);
        } else {
            succeeded(seen);
        }
    }

    private void enter(Release release) {
        ReleaseSite site = work.site();
        ReleaseSnapshot entry = site.snapshots()
                .of(release, Snapshots.ociDigest(tested), tested.action())
                .withTestHooks(Snapshots.tests(release));
        site.keep(site.history().with(entry));
    }

    private void succeeded(Optional<Release> seen) {
        ReleaseSite site = work.site();
        int count = seen.map(release -> Snapshots.tests(release).size()).orElse(0);
        String message = "Helm test succeeded for release %s with chart %s: %s"
                .formatted(Snapshots.fullName(tested), Snapshots.chart(tested), hooks(count));
        site.conditions().markTrue(HelmReleaseCondition.TEST_SUCCESS, HelmReleaseReason.TEST_SUCCEEDED, message);
        site.summarise();
        Told.of(site.pass(), tested).info(HelmReleaseReason.TEST_SUCCEEDED, message);
    }

    private static String hooks(int count) {
        return switch (count) {
            case 0 -> "no test hooks";
            case 1 -> "1 test hook completed successfully";
            default -> count + " test hooks completed successfully";
        };
    }

    private void failed(Attempt attempt, Optional<Release> seen) throws Retryable {
        ReleaseSite site = work.site();
        String message = "Helm test failed for release %s with chart %s: %s"
                .formatted(Snapshots.fullName(tested), Snapshots.chart(tested), attempt.why());
        site.pass().update(Deployment::oneFailureMore);
        site.conditions().markFalse(HelmReleaseCondition.TEST_SUCCESS, HelmReleaseReason.TEST_FAILED, message);
        site.summarise();
        Told.of(site.pass(), tested)
                .error(HelmReleaseReason.TEST_FAILED, message + attempt.log().appendix());
        if (seen.isEmpty() || attempt.isUnanswered()) {
            throw Retryable.of(HelmReleaseReason.TEST_FAILED, message).quietly();
        }
        site.rules()
                .active(site.status())
                .filter(remediation -> !remediation.ignoresTests())
                .ifPresent(this::count);
    }

    private void count(Remediation remediation) {
        work.site().pass().update(remediation::counted);
    }
}
