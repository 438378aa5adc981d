package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseDigest;
import io.fluxj.helm.release.ReleaseStatus;
import io.fluxj.helmrelease.history.Observations;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.runtime.reconcile.ConditionType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An action that came to a good end in Helm's records and not in the status, as the process died in between: it counts, and is told now. Else the release
 * would be taken for somebody else's and made once more, its hooks run again.
 */
record UnseenEnd(ReleaseWork work) {
    private static final Pattern RUNNING = Pattern.compile("Running '([a-z]+)' action .*");

    /** Enters it, if there was one. */
    void adopt() {
        Optional<String> action = running();
        if (action.isEmpty()) {
            return;
        }
        List<Release> revisions = revisions();
        if (revisions.isEmpty() || revisions.getLast().status() != ReleaseStatus.DEPLOYED || isSeen(revisions)) {
            return;
        }
        Observations found = new Observations();
        revisions.forEach(found);
        switch (action.get()) {
            case "install" -> released(new InstallStep(work).deployment(), found, revisions.getLast());
            case "upgrade" -> released(new UpgradeStep(work).deployment(), found, revisions.getLast());
            case "rollback" -> rolledBack(found, revisions.getLast());
            default -> {}
        }
    }

    /** What the status said was under way when this pass began. */
    private Optional<String> running() {
        return work.site().pass().previousConditions().stream()
                .filter(condition -> condition.type().equals(ConditionType.RECONCILING))
                .map(condition -> RUNNING.matcher(Objects.requireNonNullElse(condition.message(), "")))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** Records that cannot be read are told of by whoever looks at the state. */
    private List<Release> revisions() {
        try {
            return work.site()
                    .actions(Notices.NONE, _ -> {})
                    .history()
                    .revisions(work.place().name());
        } catch (ApiException | HelmException e) {
            return List.of();
        }
    }

    private boolean isSeen(List<Release> revisions) {
        return latest().filter(
                        seen -> seen.version() >= revisions.getLast().key().revision())
                .isPresent();
    }

    private Optional<ReleaseSnapshot> latest() {
        return work.site().history().latest();
    }

    /** Only what is still wanted: anything else may be somebody's who was here meanwhile. */
    private void released(Deployment deployment, Observations found, Release release) {
        HelmReleaseStatus before = work.site().pass().object().getStatus();
        boolean same = Objects.equals(
                        before.lastAttemptedGeneration(),
                        work.site().pass().object().getMetadata().getGeneration())
                && Snapshots.chart(release, "name").equals(work.chart().chart().name())
                && Snapshots.chart(release, "version").equals(work.chart().version())
                && ReleaseDigest.ofValues(release.config())
                        .toString()
                        .equals(work.values().digest());
        if (same) {
            deployment.adopt(found);
        }
    }

    private void rolledBack(Observations found, Release release) {
        work.site().history().entries().stream()
                .filter(entry -> entry.version() == release.info().rollbackRevision())
                .findFirst()
                .ifPresent(back -> new RollbackStep(work, back).adopt(found));
    }
}
