package io.fluxj.git.jgit;

import java.time.Duration;
import java.time.Instant;

/**
 * How new a look at a remote has to be for somebody to share it.
 *
 * @param began since when he looks: whatever was begun later is as good as an own look
 * @param asked since when there may be something that he must not miss; {@link Instant#MIN} when nobody told him of anything, {@link Instant#MAX} when it is
 *     not known
 */
public record Freshness(Instant began, Instant asked) {
    /** Nobody else's look but one that begins from now on. */
    public static Freshness of(Instant now) {
        return new Freshness(now, Instant.MAX);
    }

    boolean takes(Instant look, Instant now, Duration window) {
        boolean own = !look.isBefore(began);
        return own || (!look.isBefore(asked) && !look.plus(window).isBefore(now));
    }
}
