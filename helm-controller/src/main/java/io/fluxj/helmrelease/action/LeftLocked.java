package io.fluxj.helmrelease.action;

import io.fluxj.helmrelease.history.Observations;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of a remediation that failed, after which nothing is tried any more: it would say for ever that the remediation is under way, and nobody could act on the
 * release with Helm.
 */
record LeftLocked(ReleaseWork work) {

    private static final Logger LOG = LoggerFactory.getLogger(LeftLocked.class);

    /** Lets it say that it failed; a record that is not locked stays as it is. */
    void free() {
        ReleaseSite site = work.site();
        Attempt attempt =
                Attempt.at(site, actions -> actions.unlock().run(work.place().name()));
        String action = site.history()
                .latest()
                .flatMap(entry -> Optional.ofNullable(entry.action()))
                .orElse("");
        site.keep(attempt.stored().in(site.history(), site.snapshots(), new Observations.Entering(action, "", true)));
        attempt.failed().ifPresent(failure -> LOG.warn("the release's record stays locked: {}", failure.getMessage()));
    }
}
