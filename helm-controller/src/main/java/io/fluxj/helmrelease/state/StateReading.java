package io.fluxj.helmrelease.state;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseDigest;
import io.fluxj.helm.release.ReleaseStatus;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.action.ReleaseSite;
import io.fluxj.helmrelease.action.ReleaseWork;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.postrender.ObservedDigests;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.Objects;
import java.util.Optional;

/** Finds out what state a release is in. Source: behaviour §3.4. */
public record StateReading(ReleaseWork work) {

    private static final String FAILED = "failed to retrieve last release from storage: ";

    /**
     * The state as it is now.
     *
     * @throws Failure when it cannot be told; Ready says why
     */
    public ReleaseState read() throws Failure {
        Optional<Release> last = last();
        if (last.isEmpty()) {
            return new ReleaseState.Absent("no release in storage for object");
        }
        Release release = last.get();
        if (release.status().isPending() || release.status() == ReleaseStatus.UNINSTALLING) {
            return new ReleaseState.Locked(release);
        }
        Optional<ReleaseSnapshot> seen = work.site().history().latest();
        if (seen.isEmpty()) {
            return release.status() == ReleaseStatus.UNINSTALLED
                    ? new ReleaseState.Absent("found uninstalled release in storage")
                    : new ReleaseState.Unmanaged("found existing release in storage");
        }
        return Snapshots.isOf(seen.get(), release)
                ? known(release, seen.get())
                : new ReleaseState.Unmanaged("release in storage is not the one that was observed last");
    }

    private Optional<Release> last() throws Retryable {
        try {
            return work.site()
                    .actions(Notices.NONE, _ -> {})
                    .history()
                    .last(work.place().name());
        } catch (ApiException e) {
            throw unknown(FAILED + "query: failed to query with labels: " + e.getMessage());
        } catch (HelmException e) {
            String advice = e.diagnosis().advice();
            throw unknown(FAILED + e.getMessage() + (advice.isEmpty() ? "" : "; " + advice));
        }
    }

    private ReleaseState known(Release release, ReleaseSnapshot seen) throws Failure {
        return switch (release.status()) {
            case FAILED -> new ReleaseState.Failed("release is in a failed state");
            case UNINSTALLED -> new ReleaseState.Absent("release is uninstalled");
            case DEPLOYED -> deployed(release, seen);
            case UNKNOWN, SUPERSEDED, UNINSTALLING, PENDING_INSTALL, PENDING_UPGRADE, PENDING_ROLLBACK ->
                throw unknown("unable to determine state for release with status '"
                        + release.status().text() + "'");
        };
    }

    private ReleaseState deployed(Release release, ReleaseSnapshot seen) throws Failure {
        Optional<String> difference = difference(release, seen);
        if (difference.isPresent()) {
            return new ReleaseState.OutOfSync(difference.get());
        }
        if (site().rules().tests()) {
            if (!Snapshots.isTested(seen)) {
                return new ReleaseState.Untested("release has not been tested");
            }
            if (site().rules().active(status()).isPresent()
                    && !site().rules().ignoresTests(status())
                    && Snapshots.hasFailedTest(seen)) {
                return new ReleaseState.Failed("release has test in failed phase");
            }
        }
        return new DriftReading(site())
                .read(release, seen)
                .<ReleaseState>map(ReleaseState.Drifted::new)
                .orElseGet(ReleaseState.InSync::new);
    }

    private Optional<String> difference(Release release, ReleaseSnapshot seen) {
        if (!seen.chartName().equals(work.chart().chart().name())
                || !seen.chartVersion().equals(work.chart().version())) {
            return Optional.of("chart differs: %s is released, %s is wanted"
                    .formatted(Snapshots.chart(seen), work.chart().reference()));
        }
        if (!seen.configDigest().equals(work.values().digest()) && !holdsAllValues(release)) {
            return Optional.of("values differ");
        }
        return isRenderedOtherwise() ? Optional.of("post-renderers or common metadata differ") : Optional.empty();
    }

    /** Where upgrades keep the values of the release before, one that has all that are wanted is as another upgrade would make it. */
    private boolean holdsAllValues(Release release) {
        boolean keeps = site().rules().spec().upgrade() != null
                && Boolean.TRUE.equals(site().rules().spec().upgrade().preserveValues());
        return keeps
                && ReleaseDigest.ofValues(
                                ValueTree.merged(release.config(), work.values().tree()))
                        .equals(ReleaseDigest.ofValues(release.config()));
    }

    /** A release of a controller that did not write the digests down yet counts as rendered by the spec that it was ready with. */
    private boolean isRenderedOtherwise() {
        ObservedDigests wanted = ObservedDigests.of(site().rules().spec());
        ObservedDigests observed = ObservedDigests.of(status());
        if (wanted.equals(observed)) {
            return false;
        }
        boolean untold = observed.equals(new ObservedDigests("", ""));
        boolean settled = Objects.equals(
                        status().observedGeneration(),
                        site().pass().object().getMetadata().getGeneration())
                && site().pass().conditions().isTrue(ConditionType.READY);
        return !(untold && settled);
    }

    private Retryable unknown(String why) {
        String message = "Could not determine release state: " + why;
        site().pass().conditions().markFalse(ConditionType.READY, HelmReleaseReason.STATE_ERROR, message);
        return Retryable.of(HelmReleaseReason.STATE_ERROR, message).quietly();
    }

    private ReleaseSite site() {
        return work.site();
    }

    private HelmReleaseStatus status() {
        return site().status();
    }
}
