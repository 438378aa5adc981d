package io.fluxj.helm.action;

import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseStatus;
import java.util.List;

/** Frees a release whose last action was ended by force, so that the next one may begin. */
public final class Unlock {
    private final ActionTools tools;

    public Unlock(ActionTools tools) {
        this.tools = tools;
    }

    /**
     * Marks the last revision as failed if it is pending or half uninstalled.
     *
     * @return the last revision as it is stored; nothing is written when there is nothing to free
     * @throws ActionException when there is no release
     */
    public Release run(String name) {
        return Attempt.of(() -> unlocked(name));
    }

    private Release unlocked(String name) {
        List<Release> revisions = tools.storage().revisions(name);
        if (revisions.isEmpty()) {
            throw new ActionException("release: not found", new ActionFailure.NotFound());
        }
        WorkingRelease working = new WorkingRelease(tools.storage(), revisions.getLast());
        ReleaseStatus stale = working.now().status();
        if (stale.isPending() || stale == ReleaseStatus.UNINSTALLING) {
            working.mark(ReleaseStatus.FAILED, "Release unlocked from stale '" + stale.text() + "' state");
            working.store();
        }
        return working.now();
    }
}
