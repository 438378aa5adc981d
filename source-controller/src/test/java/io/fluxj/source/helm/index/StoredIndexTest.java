package io.fluxj.source.helm.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.source.helm.index.StoredIndex.Presence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts in indexes as they are stored. */
class StoredIndexTest {
    @TempDir
    Path work;

    private byte[] stored = new byte[0];

    @BeforeEach
    void store() throws IOException {
        StringBuilder yaml = new StringBuilder("apiVersion: v1\nserverInfo: {entries: {inner: [1]}}\nentries:\n");
        for (String chart : List.of("alpha", "beta", "\"be<ta\"", "zeta")) {
            yaml.append("  ").append(chart).append(":\n");
            for (int i = 0; i < 300; i++) {
                yaml.append("  - {name: app, version: 1.").append(i);
                yaml.append(".0, created: \"2024-01-01T00:00:00+01:00\", urls: [\"a b.tgz\", x], description: \"");
                yaml.append("beta\\n    \\\"beta\\\": [\"}\n");
            }
        }
        yaml.append("  none: []\n  absent:\nannotations: {noted: x}\n");
        Path index = Files.writeString(work.resolve("index.yaml"), yaml);
        IndexFile.convert(index, work.resolve("index.json"), work);
        stored = Files.readAllBytes(work.resolve("index.json"));
    }

    private Presence look(String chart, List<IndexEntry> seen) throws IOException {
        return StoredIndex.look(new ByteArrayInputStream(stored), chart, seen::add);
    }

    @Test
    void findsEachChartAndNothingElse() throws IOException {
        for (String chart : List.of("alpha", "beta", "be<ta", "zeta")) {
            List<IndexEntry> seen = new ArrayList<>();
            assertThat(look(chart, seen)).isEqualTo(Presence.PRESENT);
            assertThat(seen).hasSize(300);
            assertThat(seen.getFirst())
                    .isEqualTo(new IndexEntry(
                            "app", "1.299.0", Instant.parse("2023-12-31T23:00:00Z"), List.of("a b.tgz", "x")));
            assertThat(seen.getLast().version()).isEqualTo("1.0.0");
        }
        assertThat(look("none", new ArrayList<>())).isEqualTo(Presence.EMPTY);
        assertThat(look("absent", new ArrayList<>())).isEqualTo(Presence.EMPTY);
        for (String chart : List.of("inner", "gamma", "", "bet", "beta\": [\n\"")) {
            assertThat(look(chart, new ArrayList<>())).isEqualTo(Presence.UNKNOWN);
        }
    }

    @Test
    void readsNoFurtherThanNeeded() throws IOException {
        InputStream index = new ByteArrayInputStream(stored);
        List<IndexEntry> seen = new ArrayList<>();
        StoredIndex.look(index, "alpha", entry -> {
            seen.add(entry);
            return false;
        });
        assertThat(seen).hasSize(1);
        assertThat(index.available()).isGreaterThan(stored.length / 3);
    }

    @Test
    void seesTheSameByWhatItRemembers() throws IOException {
        IndexPlaces places =
                new IndexPlaces(new IndexPlaces.Bounds(1, Duration.ofHours(1), Duration.ofHours(1)), Clock.systemUTC());
        places.learn("a", new ByteArrayInputStream(stored));
        for (String chart : List.of("alpha", "beta", "be<ta", "zeta", "none", "gamma")) {
            List<IndexEntry> remembered = new ArrayList<>();
            List<IndexEntry> found = new ArrayList<>();
            assertThat(places.look("a", new ByteArrayInputStream(stored), chart, remembered::add))
                    .isEqualTo(look(chart, found));
            assertThat(remembered).isEqualTo(found);
        }
    }

    @Test
    void forgetsTheOldestAndWhatNobodyAskedForInTime() throws IOException {
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        MovingClock clock = new MovingClock(start);
        IndexPlaces places =
                new IndexPlaces(new IndexPlaces.Bounds(2, Duration.ofMinutes(15), Duration.ofMinutes(1)), clock);
        for (String index : List.of("a", "b", "c")) {
            places.learn(index, new ByteArrayInputStream("{\n}".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(places.knows("a")).isFalse();
        clock.now = start.plus(Duration.ofMinutes(10));
        assertThat(places.knows("b")).isTrue();
        clock.now = start.plus(Duration.ofMinutes(16));
        assertThat(places.knows("b")).isTrue();
        assertThat(places.knows("c")).isFalse();
    }

    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
