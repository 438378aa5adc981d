package io.fluxj.apply.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenObjectsTest {
    private static final int STEPS = 200_000;
    private static final int KEYS = 300;

    /** Does what a map does, also where keys share their places. */
    @Test
    void findsWhatWasPutAndNotRemoved() {
        Random random = new Random(7);
        SeenObjects objects = new SeenObjects();
        Map<Hash, Seen> expected = new HashMap<>();
        for (int i = 0; i < STEPS; i++) {
            Hash key = new Hash(random.nextInt(KEYS), random.nextInt(4));
            if (random.nextInt(5) < 3) {
                Seen seen = Seen.of(key, new Look(new Hash(i, i), i, i), null);
                objects.put(seen);
                expected.put(key, seen);
            } else {
                objects.remove(key);
                expected.remove(key);
            }
            Hash other = new Hash(random.nextInt(KEYS), random.nextInt(4));
            assertThat(objects.get(other)).isSameAs(expected.get(other));
        }
        assertThat(objects.all()).containsExactlyInAnyOrderElementsOf(expected.values());
    }
}
