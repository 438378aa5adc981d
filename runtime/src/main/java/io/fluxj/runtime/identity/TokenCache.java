package io.fluxj.runtime.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps tokens as long as they are fresh; the least used go first. Source: behaviour §0.3. */
public final class TokenCache {
    /** A token is asked for anew when a fifth of its time is left. */
    private static final int FIFTHS = 4;

    private final int most;
    private final Duration longest;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ReentrantLock lock = new ReentrantLock();

    private record Kept(Expiring token, Instant until) {}

    /** Asks for a token. */
    @FunctionalInterface
    public interface Issuer<T extends Expiring> {
        /** A new token. */
        T issue() throws IdentityException;
    }

    /**
     * A cache.
     *
     * @param most how many tokens are kept; none when 0
     * @param longest no token is kept longer
     */
    public TokenCache(int most, Duration longest, Clock clock) {
        this.most = most;
        this.longest = longest;
        this.clock = clock;
    }

    /** The token that is kept under a key, or a new one. While one is asked for, others do not wait. */
    public AccessToken get(String key, Issuer<AccessToken> issuer) throws IdentityException {
        return get(key, AccessToken.class, issuer);
    }

    /** As {@link #get(String, Issuer)}, for what is of another type. */
    public <T extends Expiring> T get(String key, Class<T> type, Issuer<T> issuer) throws IdentityException {
        Optional<T> fresh = find(key).filter(type::isInstance).map(type::cast);
        if (fresh.isPresent()) {
            return fresh.get();
        }
        T token = issuer.issue();
        keep(key, token);
        return token;
    }

    private Optional<Expiring> find(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(kept.get(key))
                    .filter(found -> clock.instant().isBefore(found.until()))
                    .map(Kept::token);
        } finally {
            lock.unlock();
        }
    }

    private void keep(String key, Expiring token) {
        Instant now = clock.instant();
        Duration fresh =
                Duration.between(now, token.expires()).multipliedBy(FIFTHS).dividedBy(FIFTHS + 1);
        lock.lock();
        try {
            kept.put(key, new Kept(token, now.plus(fresh.compareTo(longest) < 0 ? fresh : longest)));
            while (kept.size() > most) {
                kept.remove(kept.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }
}
