package io.fluxj.kube.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.json.Nodes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a reader that lags can hold on to is bounded by the size of the changes, not only by their number. */
class SlowWatchTest {
    private static final ResourceName RESOURCE = new ResourceName("", "configmaps");
    private static final Key KEY = new Key("default", "a");
    private static final int MEBIBYTE = 1024 * 1024;

    private final ObjectStore store = new ObjectStore((resource, change) -> {});

    private static ObjectNode object(int size) {
        ObjectNode object = Nodes.object().put("text", "x".repeat(size));
        object.putObject("metadata").put("name", "a").put("namespace", "default");
        return object;
    }

    private void write(int times, int size) {
        for (int i = 0; i < times; i++) {
            Stored live = store.get(RESOURCE, KEY)
                    .or(() -> store.create(RESOURCE, KEY, object(0)))
                    .orElseThrow();
            assertThat(store.replace(RESOURCE, KEY, live.revision(), object(size)))
                    .isPresent();
        }
    }

    @Test
    void aReaderThatLagsByManyLargeChangesIsTooLate() throws InterruptedException {
        write(1, 0);
        try (Watch watch = store.watch(RESOURCE, "", 0).orElseThrow()) {
            write(40, MEBIBYTE);

            assertThat(watch.await(Duration.ZERO).lost()).isTrue();
        }
    }

    @Test
    void aReaderThatLagsByFewLargeChangesSeesThemAll() throws InterruptedException {
        write(1, 0);
        try (Watch watch = store.watch(RESOURCE, "", 0).orElseThrow()) {
            write(20, MEBIBYTE);

            Watch.Batch batch = watch.await(Duration.ZERO);
            assertThat(batch.lost()).isFalse();
            assertThat(batch.changes()).hasSize(20);
        }
    }

    @Test
    void aReaderThatWaitsIsNotTooLateForTheNextChange() throws InterruptedException {
        write(1, 0);
        try (Watch watch = store.watch(RESOURCE, "", 0).orElseThrow()) {
            store.compact();
            write(1, 40 * MEBIBYTE);

            Watch.Batch batch = watch.await(Duration.ZERO);
            assertThat(batch.lost()).isFalse();
            assertThat(batch.changes()).hasSize(1);
        }
    }
}
