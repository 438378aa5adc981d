package io.fluxj.runtime.storage.replica;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks only every few seconds who leads: a replica that starts has many files to fetch. */
final class RememberedLeader implements Supplier<Optional<String>> {
    private static final long KEPT = Duration.ofSeconds(2).toNanos();

    private final Supplier<Optional<String>> leader;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    private record Known(String address, long since) {}

    RememberedLeader(Supplier<Optional<String>> leader, LongSupplier nanoTime) {
        this.leader = leader;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<String> get() {
        long now = nanoTime.getAsLong();
        Known last = known.get();
        if (last != null && now - last.since() < KEPT) {
            return Optional.of(last.address());
        }
        Optional<String> found = leader.get();
        known.set(found.map(address -> new Known(address, now)).orElse(null));
        return found;
    }
}
