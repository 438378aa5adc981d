package io.fluxj.helmrelease.action;

import io.fluxj.apply.cluster.ApiException;
import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.ActionFailure;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.history.Observations;
import io.fluxj.helmrelease.release.HelmActions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of one of Helm's actions.
 *
 * @param stored the records that it wrote
 * @param log what it said
 * @param release that it made; null when it failed
 * @param failure why it failed; null when it did not
 */
record Attempt(
        Observations stored,
        HelmLog log,
        Duration took,
        @Nullable Release release,
        @Nullable RuntimeException failure) {

    static Attempt at(ReleaseSite site, Function<HelmActions, Release> action) {
        Clock clock = site.clock();
        Observations stored = new Observations();
        HelmLog log = new HelmLog(clock);
        Instant began = clock.instant();
        try {
            Release release = action.apply(site.actions(log, stored));
            return new Attempt(stored, log, Duration.between(began, clock.instant()), release, null);
        } catch (ActionException | ApiException e) {
            stored.newest().map(ReleaseSecrets::of).orElse(List.of()).forEach(site.pass()::conceal);
            return new Attempt(stored, log, Duration.between(began, clock.instant()), null, e);
        }
    }

    Optional<RuntimeException> failed() {
        return Optional.ofNullable(failure);
    }

    /** Whether Helm, as Flux uses it, writes the record again that a failed upgrade went on from: always but where a hook failed. */
    boolean touchesBase() {
        boolean hook = failure instanceof ActionException e && e.failure() instanceof ActionFailure.HookFailed;
        return failure != null && !hook && stored.newest().isPresent();
    }

    /** Whether the API server did not answer any more: that is no failure of the release, so it is tried again and not counted. */
    boolean isUnanswered() {
        return switch (failure) {
            case ActionException e ->
                e.failure() instanceof ActionFailure.Refused(ClusterException.Kind kind)
                        && kind == ClusterException.Kind.IN_DOUBT;
            case ApiException e -> e.unanswered();
            case null, default -> false;
        };
    }

    /** Whether something newer ended it. */
    boolean isCancelled() {
        return failure instanceof ActionException e && e.failure() instanceof ActionFailure.Cancelled;
    }

    /** Why it failed, with the last lines of the Pod of a hook that did. */
    String why() {
        return failed().map(Attempt::explained).orElse("");
    }

    private static String explained(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof ActionException e
                        && e.failure() instanceof ActionFailure.HookFailed(String hook, String output)
                        && !output.isBlank()
                ? message + "\nlast lines of " + hook + ":\n" + output.stripTrailing()
                : message;
    }
}
