package io.fluxj.source.git;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.jgit.Freshness;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.frame.Triggers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Since when there may be something new in the repository of an object, so that a look of others is not too old for it. Who asks for a pass has often pushed a
 * moment before: what began before he asked is of no use. Clocks differ, and some tell no more than the second.
 */
final class News {
    private static final Duration CLOCKS = Duration.ofSeconds(2);
    private static final Duration LONG_AGO = Duration.ofMinutes(1);
    private static final long PART_OF_INTERVAL = 10;

    private News() {}

    static Freshness of(Pass<GitRepository, GitRepositoryStatus> pass, Instant began) {
        return new Freshness(began, asked(pass.object(), began));
    }

    static Instant asked(GitRepository object, Instant began) {
        GitRepositoryStatus status = object.getStatus();
        if (status == null || status.observedGeneration() == null || status.observedGeneration() < 0) {
            return parsed(object.getMetadata().getCreationTimestamp(), began);
        }
        if (!Objects.equals(status.observedGeneration(), object.getMetadata().getGeneration())) {
            return Instant.MAX;
        }
        String token = Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.<String, String>of())
                .getOrDefault(Triggers.REQUESTED_AT, "");
        if (!token.isEmpty() && !token.equals(status.lastHandledReconcileAt())) {
            return parsed(token, began);
        }
        return began.minus(object.getSpec().interval().value().dividedBy(PART_OF_INTERVAL));
    }

    /** Anything may stand there; what is no time of the last minute tells nothing. */
    private static Instant parsed(String time, Instant began) {
        try {
            Instant asked = Instant.parse(time);
            boolean now = asked.isAfter(began.minus(LONG_AGO)) && asked.isBefore(began.plus(CLOCKS));
            return now ? asked.plus(CLOCKS) : Instant.MAX;
        } catch (DateTimeException other) {
            return Instant.MAX;
        }
    }
}
