package io.fluxj.helmrelease.release;

import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.ApiException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Sends requests again whose failure says nothing about what was asked for, a few times within about two seconds, so that one fault of the server does not fail
 * a release. Those that were not answered at all, the cluster's client has sent again before.
 */
record Persistence(Waits waits) {
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int SERVER_FAULT = 500;
    private static final String EXISTS = "AlreadyExists";

    /** This is said with 500, too, and is a fault of the object. */
    private static final String MALFORMED = "failed to create typed patch object";

    <T> T of(Supplier<T> request) {
        return sent(request, Persistence::isFault);
    }

    /** Also when the server says that the object was changed meanwhile: for requests that do not care as what. */
    <T> T despiteConflicts(Supplier<T> request) {
        return sent(request, e -> isFault(e) || isConflict(e));
    }

    /**
     * Creates an object that was not there; when it is there after a try of which nobody knows what became of it, that try did it.
     *
     * @return whether it was the last try that did it
     */
    boolean creating(Supplier<?> request) {
        boolean[] doubted = {false};
        try {
            var _ = sent(request, e -> {
                doubted[0] |= e.inDoubt();
                return isFault(e) || isConflict(e);
            });
            return true;
        } catch (ApiException e) {
            if (!e.reason().equals(EXISTS) || !(doubted[0] || e.inDoubt())) {
                throw e;
            }
            return false;
        }
    }

    private <T> T sent(Supplier<T> request, Predicate<ApiException> isPassing) {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (ApiException e) {
                if (!isPassing.test(e) || attempt == ATTEMPTS || !paused(attempt)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isFault(ApiException e) {
        return e.code() >= SERVER_FAULT && !String.valueOf(e.getMessage()).contains(MALFORMED);
    }

    private static boolean isConflict(ApiException e) {
        return e.conflict() && e.reason().equals("Conflict");
    }

    /** Whether there is still somebody who wants the answer. */
    private boolean paused(int attempt) {
        try {
            return waits.during(() -> {
                waits.cancel().await(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
                return waits.cancel().reason().isEmpty();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
