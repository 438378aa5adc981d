package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.client.WriteRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseFenceTest {
    private static final Moment TAKEN = new Moment(0, 0);

    private Moment now = TAKEN;
    private final LeaseFence fence = new LeaseFence(Duration.ofSeconds(30), () -> now);

    private static Moment seconds(long seconds) {
        return new Moment(seconds * 1_000_000_000, seconds * 1000);
    }

    @Test
    void nothingIsWrittenBeforeLeading() {
        assertThatThrownBy(fence::requireOpen).isInstanceOf(WriteRefused.class).hasMessageContaining("leads");
        assertThat(fence.lost()).isNotDone();
    }

    @Test
    void itIsOpenUntilTheRenewDeadline() {
        fence.renewed(TAKEN);
        now = seconds(29);
        assertThatCode(fence::requireOpen).doesNotThrowAnyException();

        fence.renewed(now);
        now = seconds(58);
        assertThatCode(fence::requireOpen).doesNotThrowAnyException();

        now = seconds(59);
        assertThatThrownBy(fence::requireOpen).isInstanceOf(WriteRefused.class);
        assertThat(fence.lost()).isDone();
    }

    @Test
    void aMachineThatSleptHasLostItThoughOneClockStoodStill() {
        fence.renewed(TAKEN);
        now = new Moment(1_000_000_000, 31_000);

        assertThatThrownBy(fence::requireOpen).isInstanceOf(WriteRefused.class);
    }

    @Test
    void aLeaseThatWasTakenAgainAfterItRanOutDoesNotOpenItAgain() {
        fence.renewed(TAKEN);
        fence.renewed(seconds(29));
        now = seconds(59);

        fence.renewed(now);

        assertThat(fence.lost()).isDone();
        assertThatThrownBy(fence::requireOpen).isInstanceOf(WriteRefused.class);
    }

    @Test
    void onceLostItStaysShut() {
        fence.renewed(TAKEN);
        fence.lose();
        fence.renewed(seconds(1));

        assertThatThrownBy(fence::requireOpen).isInstanceOf(WriteRefused.class);
    }
}
