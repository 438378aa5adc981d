package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An action that came to its end in Helm's records and not in the status, as the process died in between: it counts, and is told now. Else the release would be
 * taken for somebody else's, and made once more without anything to go back to.
 */
record UnseenEnd(ReleaseWork work) {
    private static final String FAILED = " failed: ";
    private static final String INSTALL = "install";
    private static final Set<String> OF_AN_INSTALL = Set.of(INSTALL, "unlock");
    private static final Pattern RUNNING = Pattern.compile("Running '([a-z]+)' action .*");

    /** Enters it, if there was one. */
    void adopt() {
        Optional<String> action = running();
        List<Release> revisions = action.isEmpty() ? List.of() : revisions();
        if (action.isPresent() && !revisions.isEmpty() && !isSeen(revisions.getLast())) {
            Observations found = new Observations();
            revisions.forEach(found);
            switch (revisions.getLast().status()) {
                case DEPLOYED -> deployed(action.get(), found, revisions.getLast());
                case FAILED -> failed(action.get(), found, revisions.getLast());
                case UNKNOWN,
                        UNINSTALLED,
                        SUPERSEDED,
                        UNINSTALLING,
                        PENDING_INSTALL,
                        PENDING_UPGRADE,
                        PENDING_ROLLBACK -> {}
            }
        }
        if (action.filter("uninstall"::equals).isPresent() && revisions.isEmpty()) {
            uninstalled();
        }
    }

    /** Whether an install died with its process, of which there is nothing but a record that was freed. */
    boolean isUnfinishedInstall() {
        if (running().filter(OF_AN_INSTALL::contains).isEmpty()
                || !work.site().history().entries().isEmpty()) {
            return false;
        }
        List<Release> revisions = revisions();
        return !revisions.isEmpty()
                && revisions.stream().allMatch(release -> release.status() == ReleaseStatus.FAILED)
                && isWanted(revisions.getLast());
    }

    /** The records went last, so all else is gone, too. */
    private void uninstalled() {
        work.site()
                .history()
                .latest()
                .filter(failed -> failed.status().equals(ReleaseStatus.FAILED.text()))
                .ifPresent(failed -> new UninstallRemediationStep(work, failed).tellSuccess());
    }

    private void deployed(String action, Observations found, Release release) {
        if (action.equals("rollback")) {
            rolledBack(found, release);
        } else {
            deployment(action).filter(_ -> isWanted(release)).ifPresent(deployment -> deployment.adopt(found));
        }
    }

    private void failed(String action, Observations found, Release release) {
        Optional<Deployment> deployment = deployment(action);
        if (deployment.isEmpty()) {
            ReleaseSite site = work.site();
            site.keep(found.in(site.history(), site.snapshots(), new Observations.Entering(action, "", false)));
        } else if (isWanted(release)) {
            deployment.get().adoptFailed(found, why(release));
        }
    }

    private static String why(Release release) {
        String description = release.info().description();
        int start = description.indexOf(FAILED);
        return start < 0 ? description : description.substring(start + FAILED.length());
    }

    private Optional<Deployment> deployment(String action) {
        return switch (action) {
            case INSTALL -> Optional.of(new InstallStep(work).deployment());
            case "upgrade" -> Optional.of(new UpgradeStep(work).deployment());
            default -> Optional.empty();
        };
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

    private boolean isSeen(Release last) {
        return work.site()
                .history()
                .latest()
                .filter(seen -> seen.version() > last.key().revision() || Snapshots.isOf(seen, last))
                .isPresent();
    }

    /** Whether it is what is still wanted: anything else may be somebody's who was here meanwhile. */
    private boolean isWanted(Release release) {
        HelmReleaseStatus before = work.site().pass().object().getStatus();
        return Objects.equals(
                        before.lastAttemptedGeneration(),
                        work.site().pass().object().getMetadata().getGeneration())
                && Snapshots.chart(release, "name").equals(work.chart().chart().name())
                && Snapshots.chart(release, "version").equals(work.chart().version())
                && ReleaseDigest.ofValues(release.config())
                        .toString()
                        .equals(work.values().digest());
    }

    private void rolledBack(Observations found, Release release) {
        work.site().history().entries().stream()
                .filter(entry -> entry.version() == release.info().rollbackRevision())
                .findFirst()
                .ifPresent(back -> new RollbackStep(work, back).adopt(found));
    }
}
