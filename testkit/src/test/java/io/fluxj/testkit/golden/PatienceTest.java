package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.golden.Patience.Seen;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Seen SAME = new Seen("", true);
    private static final Seen MID_PASS = new Seen("working", false);
    private static final Seen OTHER = new Seen("other", true);

    private final Script script = new Script();

    @Test
    void waitsUntilItIsAsRecorded() throws InterruptedException {
        script.shows(OTHER, MID_PASS, OTHER, SAME);

        assertThat(script.await(NONE)).isEmpty();
        assertThat(script.looks).isEmpty();
    }

    @Test
    void aPassInBetweenNeitherEndsTheWaitNorBeginsItAnew() throws InterruptedException {
        script.shows(SAME, MID_PASS, MID_PASS, SAME, MID_PASS, SAME);

        assertThat(script.await(NONE)).isEmpty();
        assertThat(script.seconds()).isLessThan(2);
    }

    @Test
    void aRestingStateThatDiffersBeginsItAnew() throws InterruptedException {
        script.shows(SAME, SAME, OTHER, SAME, SAME);

        assertThat(script.await(Duration.ofMillis(300))).isEmpty();
        assertThat(script.looks).isEmpty();
    }

    @Test
    void itHasToStayAsLongAsItIsAsked() throws InterruptedException {
        script.shows(SAME);

        assertThat(script.await(Duration.ofSeconds(30))).isEmpty();
        assertThat(script.seconds()).isBetween(30L, 32L);
    }

    @Test
    void itHasToStayLongerWhereEverythingTakesLonger() throws InterruptedException {
        script.roundTrip = Duration.ofSeconds(4);
        script.shows(SAME);

        assertThat(script.await(NONE)).isEmpty();
        assertThat(script.seconds()).isBetween(12L, 13L);
    }

    @Test
    void whatDiffersAfterALongRoundTripBeginsItAnew() throws InterruptedException {
        script.roundTrip = Duration.ofSeconds(4);
        script.shows(SAME, SAME, OTHER, SAME);

        assertThat(script.await(NONE)).isEmpty();
        assertThat(script.seconds()).isBetween(20L, 21L);
    }

    @Test
    void givesUpWhenNothingChangesAnyMore() throws InterruptedException {
        script.shows(SAME, OTHER);

        assertThat(script.await(NONE)).isEqualTo("other");
        assertThat(script.seconds()).isBetween(75L, 80L);
    }

    @Test
    void givesUpWhenItNeverRests() throws InterruptedException {
        assertThat(script.await(NONE, () -> new Seen("working " + script.nanos, false)))
                .startsWith("working");
        assertThat(script.seconds()).isBetween(240L, 245L);
    }

    /** Looks of a time that passes by itself; the last one stays. */
    private static final class Script implements Patience.Pulse {
        private final Deque<Seen> looks = new ArrayDeque<>();
        private Seen now = OTHER;
        private Duration roundTrip = Duration.ofMillis(2);
        private long nanos;

        void shows(Seen... seen) {
            looks.addAll(List.of(seen));
        }

        String await(Duration stays) throws InterruptedException {
            return await(stays, () -> now = looks.isEmpty() ? now : looks.removeFirst());
        }

        String await(Duration stays, java.util.function.Supplier<Seen> look) throws InterruptedException {
            return new Patience(this, () -> nanos).await(look, stays);
        }

        long seconds() {
            return Duration.ofNanos(nanos).toSeconds();
        }

        @Override
        public void roundTrip() {
            nanos += roundTrip.toNanos();
        }

        @Override
        public long changes() {
            return 0;
        }

        @Override
        public void awaitChange(long known, Duration atMost) {
            nanos += atMost.toNanos();
        }
    }
}
