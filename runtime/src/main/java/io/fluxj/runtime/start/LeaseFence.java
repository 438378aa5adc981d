package io.fluxj.runtime.start;

import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.client.WriteRefused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Open while the last renewal of the lease is younger than the renew deadline, which is shorter than the time after which others take the lease. Once
 * lost, it is shut for good.
 */
final class LeaseFence implements WriteFence {
    private final Duration deadline;
    private final Supplier<Moment> clock;
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private volatile State state = new State.Waiting();

    /**
     * @param deadline from one renewal to the next
     */
    LeaseFence(Duration deadline, Supplier<Moment> clock) {
        this.deadline = deadline;
        this.clock = clock;
    }

    private sealed interface State {
        record Waiting() implements State {}

        record Held(Moment renewed) implements State {}

        record Lost() implements State {}
    }

    /**
     * The lease was taken or renewed by a request sent at {@code sent}. One that was renewed too late was lost, though it could be taken again: others
     * may have led meanwhile, and what is under way here knows nothing of it.
     */
    void renewed(Moment sent) {
        if (!isTaken(sent)) {
            lose();
        }
    }

    private synchronized boolean isTaken(Moment sent) {
        boolean taken =
                switch (state) {
                    case State.Waiting _ -> true;
                    case State.Held(Moment before) -> sent.since(before).compareTo(deadline) < 0;
                    case State.Lost _ -> false;
                };
        if (taken) {
            state = new State.Held(sent);
        }
        return taken;
    }

    /** Whether the lease was taken and not lost since. */
    boolean isHeld() {
        return state instanceof State.Held;
    }

    /** The lease is not ours any more. */
    void lose() {
        if (wasHeld()) {
            lost.complete(null);
        }
    }

    private synchronized boolean wasHeld() {
        boolean held = state instanceof State.Held;
        state = new State.Lost();
        return held;
    }

    /** Completes once, on the thread that notices, when a lease that was held is so no more. */
    CompletableFuture<Void> lost() {
        return lost;
    }

    @Override
    public void requireOpen() {
        switch (state) {
            case State.Waiting _ -> throw new WriteRefused("nothing is written before this process leads");
            case State.Lost _ -> throw refusal();
            case State.Held(Moment renewed) -> {
                if (clock.get().since(renewed).compareTo(deadline) >= 0) {
                    lose();
                    throw refusal();
                }
            }
        }
    }

    private static WriteRefused refusal() {
        return new WriteRefused("the leader lease was lost");
    }
}
