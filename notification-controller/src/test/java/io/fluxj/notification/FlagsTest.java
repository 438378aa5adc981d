package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.start.ControllerProgram;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flags as the reference lists them. */
class FlagsTest {
    @Test
    void defaultsAreThoseOfFlux() {
        NotificationOptions options = ControllerProgram.parse(new NotificationController());

        assertThat(options.eventsAddress().orElseThrow().getPort()).isEqualTo(9090);
        assertThat(options.receiverAddress().orElseThrow().getPort()).isEqualTo(9292);
        assertThat(options.concurrent()).isEqualTo(4);
        assertThat(options.rateLimitInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.exportHttpPathMetrics()).isFalse();
        assertThat(options.noCrossNamespaceRefs()).isFalse();
        assertThat(options.eventsPostedTo()).isEmpty();
    }

    @Test
    void eventsAreTakenWhereTheFlagSays() {
        NotificationOptions options = ControllerProgram.parse(
                new NotificationController(), "--events-addr=127.0.0.1:1234", "--receiverAddr=:0");

        assertThat(options.eventsAddress().orElseThrow().getPort()).isEqualTo(1234);
        assertThat(options.receiverAddress().orElseThrow().getPort()).isZero();
        assertThat(options.eventsPostedTo()).isEmpty();
    }
}
