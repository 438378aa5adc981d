package io.fluxj.apply.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.ObjectRef;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a feed does when its watch does not tell it what happened. */
class FeedTest {
    private static final ObjectRef LATE = new ObjectRef("", "v1", "ConfigMap", "apps", "late");
    private static final String TOO_OLD = """
        {"type":"ERROR","object":{"kind":"Status","status":"Failure","reason":"Expired","code":410,\
        "message":"too old resource version: 7 (9)"}}
        """;

    private final AtomicLong now = new AtomicLong();
    private final Seen seen = new Seen(new ConcurrentHashMap<>(), new CountDownLatch(1));

    private record Seen(Map<ObjectRef, Sighting> sightings, CountDownLatch broken) implements Feed.Sink {
        @Override
        public void saw(ObjectRef ref, Sighting sighting) {
            sightings.put(ref, sighting);
        }

        @Override
        public void broke() {
            broken.countDown();
        }
    }

    private Feed feed(ScriptedApi api) {
        return new Feed(api.cluster(), LATE, Set.of(LATE), seen, now::get);
    }

    private void later(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void listsAgainWhenTheServerHasForgottenTheVersionToBeginAt() throws Exception {
        try (ScriptedApi api = ScriptedApi.whoseWatchesSay(TOO_OLD);
                Feed feed = feed(api)) {
            assertThat(feed.keepOpen()).isTrue();
            assertThat(seen.broken().await(2, TimeUnit.MINUTES)).isTrue();
            api.has("late");

            later(Duration.ofMillis(1999));
            feed.keepOpen();
            assertThat(seen.sightings()).containsEntry(LATE, new Sighting.Absent());

            later(Duration.ofMillis(1));
            feed.keepOpen();
            assertThat(seen.sightings().get(LATE)).isInstanceOf(Sighting.Present.class);
        }
    }

    @Test
    void listsAgainAfterAMinuteInWhichTheWatchWasSilent() throws Exception {
        try (ScriptedApi api = ScriptedApi.whoseWatchesSay("");
                Feed feed = feed(api)) {
            assertThat(feed.keepOpen()).isTrue();
            api.awaitWatch();
            api.has("late");

            later(Duration.ofSeconds(59));
            assertThat(feed.restsFor()).isEqualTo(Duration.ofSeconds(1));
            feed.keepOpen();
            assertThat(seen.sightings()).containsEntry(LATE, new Sighting.Absent());

            later(Duration.ofSeconds(1));
            feed.keepOpen();
            assertThat(seen.sightings().get(LATE)).isInstanceOf(Sighting.Present.class);
        }
    }
}
