package io.fluxj.testkit.golden;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Waits until what is seen is what was recorded, and stays so for a while that is longer where everything takes longer. An object in the middle of a pass proves nothing: between two tries a failing object says for
 * a moment that it is being worked on, and that moment neither ends the wait nor begins it anew. A resting object that differs does.
 */
final class Patience {
    private static final Duration MOST = Duration.ofMinutes(4);
    /** When nothing at all has changed for so long, nothing more is going to. */
    private static final Duration STANDSTILL = Duration.ofSeconds(75);

    private static final Duration QUIET = Duration.ofMillis(600);
    private static final Duration GLANCE = Duration.ofMillis(100);
    /** What a controller does next takes a few of them: to hear of it, to say that it works, to say what came of it. */
    private static final int ROUND_TRIPS = 3;

    private final Pulse pulse;
    private final LongSupplier nanoTime;

    Patience(Pulse pulse, LongSupplier nanoTime) {
        this.pulse = pulse;
        this.nanoTime = nanoTime;
    }

    /** Tells when it is worth to look again. */
    interface Pulse {
        /** How many changes there were so far. */
        long changes();

        /** Returns when there were more changes than that, or after the time. */
        void awaitChange(long known, Duration atMost) throws InterruptedException;

        /** Changes something on the server and returns when that was heard of: a measure of how fast this machine is now. */
        void roundTrip() throws InterruptedException;
    }

    /**
     * One look.
     *
     * @param difference from what was recorded, empty when there is none
     * @param resting whether no object is in the middle of a pass
     */
    record Seen(String difference, boolean resting) {}

    /**
     * Waits.
     *
     * @param stays how long it stays besides
     * @return what differs at last, empty when it became as recorded and stayed so
     */
    String await(Supplier<Seen> look, Duration stays) throws InterruptedException {
        Progress progress = new Progress(stays.plus(QUIET), nanoTime.getAsLong());
        while (true) {
            long changes = pulse.changes();
            Seen seen = look.get();
            progress.note(seen, nanoTime.getAsLong());
            if (progress.isDone()) {
                return "";
            }
            if (progress.isHopeless()) {
                return progress.difference;
            }
            if (progress.isToBeProven()) {
                pulse.roundTrip();
                progress.roundTrips++;
            }
            pulse.awaitChange(changes, GLANCE);
        }
    }

    /** Lets controllers hear of what was done last before more is done. */
    void letHear() throws InterruptedException {
        for (int i = 0; i < ROUND_TRIPS; i++) {
            pulse.roundTrip();
        }
    }

    /** What was seen when; times in nanoseconds. */
    private static final class Progress {
        private final Duration quiet;
        private final long began;
        private long now;
        private long changed;
        private OptionalLong same = OptionalLong.empty();
        private int roundTrips;
        private Seen last = new Seen("", false);
        private String difference = "it did not stay as recorded";

        Progress(Duration quiet, long began) {
            this.quiet = quiet;
            this.began = began;
            this.now = began;
            this.changed = began;
        }

        void note(Seen seen, long at) {
            now = at;
            changed = seen.equals(last) ? changed : at;
            last = seen;
            if (seen.difference().isEmpty()) {
                same = OptionalLong.of(same.orElse(at));
            } else {
                difference = seen.difference();
                if (seen.resting()) {
                    same = OptionalLong.empty();
                    roundTrips = 0;
                }
            }
        }

        boolean isToBeProven() {
            return last.difference().isEmpty() && roundTrips < ROUND_TRIPS;
        }

        boolean isDone() {
            return last.difference().isEmpty()
                    && roundTrips >= ROUND_TRIPS
                    && now - same.orElse(now) >= quiet.toNanos();
        }

        boolean isHopeless() {
            return now - began > MOST.plus(quiet).toNanos()
                    || now - changed > STANDSTILL.plus(quiet).toNanos();
        }
    }
}
