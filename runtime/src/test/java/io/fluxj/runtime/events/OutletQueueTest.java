package io.fluxj.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutletQueueTest {
    private static FluxEvent event(String message) {
        return FluxEvent.about(
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("a")
                        .endMetadata()
                        .build(),
                Severity.INFO,
                "Reason",
                message,
                Map.of(),
                Instant.EPOCH);
    }

    @Test
    void oneThatCannotBeSentLosesNoOther() throws Exception {
        BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        EventOutlet outlet = event -> {
            if (event.message().equals("broken")) {
                throw new IllegalArgumentException("cannot be told");
            }
            sent.add(event.message());
        };
        try (OutletQueue queue = new OutletQueue("test", outlet)) {
            queue.offer(event("broken"));
            queue.offer(event("whole"));

            assertThat(sent.poll(2, TimeUnit.MINUTES)).isEqualTo("whole");
        }
    }
}
