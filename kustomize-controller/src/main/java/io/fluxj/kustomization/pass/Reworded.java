package io.fluxj.kustomization.pass;

import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Superseded;
import io.fluxj.runtime.reconcile.Waiting;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A failure in other words. Only what the API server and the build say can need them; the cause, which says the same, is left behind. */
final class Reworded {

    private Reworded() {}

    static Failure of(Failure failure, UnaryOperator<String> words) {
        return switch (failure) {
            case Retryable retryable -> reworded(retryable, words);
            case Stalled stalled -> stalled;
            case Waiting waiting -> waiting;
            case Superseded superseded -> superseded;
        };
    }

    private static Retryable reworded(Retryable failure, UnaryOperator<String> words) {
        Retryable other = Retryable.of(failure.reason(), words.apply(failure.message()));
        if (failure.condition().isPresent()) {
            other = other.marking(failure.condition().get());
        }
        Optional<Severity> severity = failure.severity();
        if (severity.isEmpty()) {
            return other.quietly();
        }
        return failure.announcement().equals(failure.message())
                ? other
                : other.announcing(severity.get(), words.apply(failure.announcement()));
    }
}
