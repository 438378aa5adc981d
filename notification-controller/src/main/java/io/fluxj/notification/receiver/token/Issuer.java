package io.fluxj.notification.receiver.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One issuer and what is known of it. It is asked by one call at a time; what others learn meanwhile counts for those that wait. An issuer that does not
 * answer is not asked again for some seconds, so that calls cannot make it, or us, busy.
 */
final class Issuer {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration SILENT = Duration.ofSeconds(5);

    /** Calls with keys that an issuer does not have make it be asked again: ten at once, then one every ten seconds. */
    private static final int MOST_AT_ONCE = 10;

    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Source source;
    private final InstantSource clock;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Spending looks;
    private volatile Known known = Known.NOTHING;

    /** Where keys come from. */
    interface Source {
        /** What the issuer publishes of itself. */
        Published publish() throws TokenRefused, InterruptedException;

        /** The keys that it has now. */
        List<Key> keys(Published published) throws TokenRefused, InterruptedException;
    }

    /**
     * An issuer that was not asked yet.
     *
     * @param patience how long a call waits for others that ask it
     */
    Issuer(Source source, InstantSource clock, Duration patience) {
        this.source = source;
        this.clock = clock;
        this.patience = patience;
        this.looks = new Spending(MOST_AT_ONCE, BETWEEN, clock);
    }

    /**
     * What is known.
     *
     * @param until when it counts
     * @param asked how often something was asked for it
     */
    private record Known(
            Optional<Published> published, List<Key> keys, Optional<TokenRefused> silence, Instant until, long asked) {
        static final Known NOTHING = new Known(Optional.empty(), List.of(), Optional.empty(), Instant.EPOCH, 0);

        Known published(Published news, List<Key> newKeys, Instant end) {
            return new Known(Optional.of(news), newKeys, Optional.empty(), end, asked + 1);
        }

        Known silent(TokenRefused why, Instant end) {
            return new Known(Optional.empty(), List.of(), Optional.of(why), end, asked + 1);
        }
    }

    /** What it publishes of itself. */
    Published published() throws TokenRefused, InterruptedException {
        Known now = current();
        if (now.silence().isPresent()) {
            throw now.silence().get();
        }
        return now.published().orElseThrow(Issuer::nothing);
    }

    private static TokenRefused nothing() {
        return new TokenRefused("the issuer publishes nothing of itself");
    }

    /**
     * Whether one of its keys made the token's signature. Keys that are not known yet are asked for.
     *
     * @throws TokenRefused when they cannot be had
     */
    boolean signed(Jwt token, Algorithm algorithm) throws TokenRefused, InterruptedException {
        Known before = current();
        return signed(token, algorithm, before.keys())
                || (looks.spend() && signed(token, algorithm, keysAfter(before)));
    }

    private static boolean signed(Jwt token, Algorithm algorithm, List<Key> keys) {
        String id = token.keyId();
        return keys.stream()
                .filter(key -> id.isEmpty() || key.id().equals(id))
                .anyMatch(key -> algorithm.verifies(token, key));
    }

    private Known current() throws TokenRefused, InterruptedException {
        Known now = known;
        return clock.instant().isBefore(now.until()) ? now : asked(now, () -> discover(now));
    }

    private List<Key> keysAfter(Known before) throws TokenRefused, InterruptedException {
        Published published = before.published().orElseThrow(Issuer::nothing);
        return asked(before, () -> before.published(published, source.keys(published), end(KEPT)))
                .keys();
    }

    private Instant end(Duration time) {
        return clock.instant().plus(time);
    }

    @FunctionalInterface
    private interface Question {
        Known ask() throws TokenRefused, InterruptedException;
    }

    /** Asks, unless somebody else learned something since {@code before}. */
    private Known asked(Known before, Question question) throws TokenRefused, InterruptedException {
        if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TokenRefused("the issuer is slow to answer");
        }
        try {
            if (known.asked() == before.asked()) {
                known = question.ask();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Known discover(Known before) throws InterruptedException {
        try {
            return before.published(source.publish(), List.of(), end(KEPT));
        } catch (TokenRefused silent) {
            return before.silent(silent, end(SILENT));
        }
    }
}
