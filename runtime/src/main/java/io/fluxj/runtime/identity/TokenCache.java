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

    private record Kept(AccessToken token, Instant until) {}

    /** Asks for a token. */
    @FunctionalInterface
    public interface Issuer {
        /** A new token. */
        AccessToken issue() throws IdentityException;
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
    public AccessToken get(String key, Issuer issuer) throws IdentityException {
        Optional<AccessToken> fresh = find(key);
        if (fresh.isPresent()) {
            return fresh.get();
        }
        AccessToken token = issuer.issue();
        keep(key, token);
        return token;
    }

    private Optional<AccessToken> find(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(kept.get(key))
                    .filter(found -> clock.instant().isBefore(found.until()))
                    .map(Kept::token);
        } finally {
            lock.unlock();
        }
    }

    private void keep(String key, AccessToken token) {
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
