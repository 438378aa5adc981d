package io.fluxj.automation.pass;

import io.fluxj.git.GitException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * When a push that failed is tried again. Source: flux-2.10 §10.
 *
 * @param most tries in all
 * @param within after the first failure no try begins later than this
 */
record PushRetries(int most, Duration within) {
    private static final int TRIES = 5;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static PushRetries none() {
        return new PushRetries(1, Duration.ZERO);
    }

    static PushRetries of(Duration interval) {
        Duration half = interval.dividedBy(2);
        return new PushRetries(TRIES, half.compareTo(LONGEST) < 0 ? half : LONGEST);
    }

    /** How long to wait before the next try; doubled each time, and up to half as much again, so that several do not meet. */
    Duration pause(int tried) {
        long millis = FIRST.toMillis() << (tried - 1);
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2));
    }

    /** Whether another try may begin after {@code pause}, when the first failure is {@code since} ago. */
    boolean allow(int tried, Duration since, Duration pause) {
        return tried < most && since.plus(pause).compareTo(within) <= 0;
    }

    /** The last failure, with the number of tries where there were several. */
    GitException givenUp(int tried, GitException last) {
        return tried == 1
                ? last
                : new GitException(last.problem(), "giving up after " + tried + " attempts: " + last.message(), last);
    }

    /** Waits, but not for what is not wanted any more. */
    static boolean await(CompletableFuture<String> end, Duration pause) throws InterruptedException {
        try {
            end.get(pause.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException over) {
            return true;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("nobody ends a pass with a failure", impossible);
        }
    }
}
