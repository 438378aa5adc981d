package io.fluxj.kube.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The log holds what lives, whatever happened to its end, and does not grow without one. */
@SuppressWarnings("NullAway.Init")
class StoreLogTest {
    private static final ResourceName RESOURCE = new ResourceName("", "configmaps");
    private static final Key KEY = new Key("default", "a");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("objects.log");
    }

    private static ObjectNode object(int value) {
        ObjectNode object = Nodes.object().put("value", value);
        object.putObject("metadata").put("name", "a").put("namespace", "default");
        return object;
    }

    private ObjectStore restored(StoreLog log) {
        ObjectStore store = new ObjectStore(log);
        log.restore(store);
        return store;
    }

    @Test
    void isWrittenAnewWhenItOutgrowsWhatLives() throws IOException {
        try (StoreLog log = StoreLog.open(file())) {
            ObjectStore store = restored(log);
            Stored live = store.create(RESOURCE, KEY, object(0)).orElseThrow();
            long one = Files.size(file());
            for (int i = 1; i <= 30_000; i++) {
                live = store.replace(RESOURCE, KEY, live.revision(), object(i)).orElseThrow();
            }
            assertThat(Files.size(file())).isLessThan(11_000 * (one + 20));
        }
        try (StoreLog log = StoreLog.open(file())) {
            ObjectStore store = restored(log);
            assertThat(store.get(RESOURCE, KEY)
                            .orElseThrow()
                            .object()
                            .path("value")
                            .asInt())
                    .isEqualTo(30_000);
            assertThat(store.revision()).isEqualTo(30_002);
        }
    }

    @Test
    void holdsTheWriteWithWhichItWasWrittenAnew() throws IOException {
        int last = 0;
        try (StoreLog log = StoreLog.open(file())) {
            ObjectStore store = restored(log);
            Stored live = store.create(RESOURCE, KEY, object(last)).orElseThrow();
            long before = 0;
            while (before <= Files.size(file())) {
                before = Files.size(file());
                live = store.replace(RESOURCE, KEY, live.revision(), object(++last))
                        .orElseThrow();
            }
        }
        try (StoreLog log = StoreLog.open(file())) {
            assertThat(value(restored(log))).contains(last);
        }
    }

    @Test
    void passesOverHalfARecordBetweenWholeOnes() throws IOException {
        long first;
        long second;
        try (StoreLog log = StoreLog.open(file())) {
            ObjectStore store = restored(log);
            Stored live = store.create(RESOURCE, KEY, object(1)).orElseThrow();
            first = Files.size(file());
            live = store.replace(RESOURCE, KEY, live.revision(), object(2)).orElseThrow();
            second = Files.size(file());
            store.replace(RESOURCE, KEY, live.revision(), object(3));
        }
        byte[] all = Files.readAllBytes(file());
        for (int half = 1; half < second - first; half++) {
            Files.write(file(), Arrays.copyOf(all, (int) first + half));
            Files.write(file(), Arrays.copyOfRange(all, (int) second, all.length), StandardOpenOption.APPEND);
            try (StoreLog log = StoreLog.open(file())) {
                assertThat(value(restored(log))).contains(3);
            }
        }
    }

    @Test
    void holdsObjectsOfAnySizeThatItTook() {
        String large = "x".repeat(17 * 1024 * 1024);
        try (StoreLog log = StoreLog.open(file())) {
            ObjectStore store = restored(log);
            store.create(RESOURCE, new Key("default", "large"), object(1).put("text", large));
            store.create(RESOURCE, KEY, object(7));
        }
        try (StoreLog log = StoreLog.open(file())) {
            assertThat(value(restored(log))).contains(7);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFullAndKeepsWhatWasThere() throws IOException {
        Files.createSymbolicLink(file(), Path.of("/dev/full"));
        // Never closed: such a device cannot be waited for.
        ObjectStore store = restored(StoreLog.open(file()));

        assertThatThrownBy(() -> store.create(RESOURCE, KEY, object(1)))
                .isInstanceOf(ApiError.class)
                .hasMessageContaining("disk full")
                .hasMessageContaining(file().toString());
        assertThat(value(store)).isEmpty();
    }

    @Test
    void givesUpEveryTornEnd() throws IOException {
        long whole;
        try (StoreLog log = StoreLog.open(file())) {
            ObjectStore store = restored(log);
            Stored live = store.create(RESOURCE, KEY, object(1)).orElseThrow();
            whole = Files.size(file());
            store.replace(RESOURCE, KEY, live.revision(), object(2));
        }
        byte[] all = Files.readAllBytes(file());
        for (int end = (int) whole; end < all.length; end++) {
            Files.write(file(), Arrays.copyOf(all, end));
            try (StoreLog log = StoreLog.open(file())) {
                assertThat(value(restored(log))).contains(1);
            }
            assertThat(Files.size(file())).isEqualTo(whole);
        }
    }

    @Test
    void givesUpAnEndThatWasNotWrittenRight() throws IOException {
        long whole;
        try (StoreLog log = StoreLog.open(file())) {
            ObjectStore store = restored(log);
            Stored live = store.create(RESOURCE, KEY, object(1)).orElseThrow();
            whole = Files.size(file());
            store.replace(RESOURCE, KEY, live.revision(), object(2));
        }
        byte[] all = Files.readAllBytes(file());
        for (int place = (int) whole; place < all.length; place++) {
            byte[] damaged = all.clone();
            damaged[place] ^= 0x10;
            Files.write(file(), damaged);
            try (StoreLog log = StoreLog.open(file())) {
                assertThat(value(restored(log))).contains(1);
            }
        }
    }

    @Test
    void changesBeforeTheRestartAreNotKnown() {
        try (StoreLog log = StoreLog.open(file())) {
            restored(log).create(RESOURCE, KEY, object(1));
        }
        try (StoreLog log = StoreLog.open(file())) {
            ObjectStore store = restored(log);
            assertThat(store.watch(RESOURCE, "", 1)).isEmpty();
            assertThat(store.watch(new ResourceName("", "secrets"), "", 1)).isEmpty();
            assertThat(store.watch(RESOURCE, "", store.revision())).isPresent();
        }
    }

    private static Optional<Integer> value(ObjectStore store) {
        return store.get(RESOURCE, KEY).map(s -> s.object().path("value").asInt());
    }
}
