package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class PatientWaitsTest {
    @Test
    void waitsAreLong() {
        AtomicReference<Duration> left = new AtomicReference<>();

        Awaitility.with()
                .conditionEvaluationListener(condition -> left.set(Duration.ofMillis(condition.getRemainingTimeInMS())))
                .until(() -> true);

        assertThat(left.get()).isGreaterThan(Duration.ofMinutes(1));
    }
}
