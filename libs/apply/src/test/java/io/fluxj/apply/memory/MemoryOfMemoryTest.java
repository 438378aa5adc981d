package io.fluxj.apply.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Ownership;
import io.fluxj.testkit.TestJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What it costs to remember and watch an object; in a JVM in which nothing else happens. */
class MemoryOfMemoryTest {
    private static final int OWNERS = 500;
    private static final int OBJECTS = 200;
    private static final int MOST_BYTES = 200;

    @Test
    void anObjectTakesFewBytes() throws IOException, InterruptedException {
        List<String> command = TestJvm.command("-Xmx128m");
        command.add(MemoryOfMemoryTest.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(Long.parseLong(said.strip())).isBetween(1L, (long) MOST_BYTES);
    }

    /** Prints the bytes of an object. */
    public static void main(String[] arguments) {
        long before = used();
        KindTable table = new KindTable(WatchScope.kind("", "v1", "ConfigMap"), (owner, key, now) -> {});
        List<AppliedSet> sets = new ArrayList<>();
        for (int owner = 0; owner < OWNERS; owner++) {
            sets.add(remember(table, new Owned(new Ownership("m", Map.of("name", "o" + owner)))));
        }
        long each = (used() - before) / (OWNERS * OBJECTS);
        boolean complete = sets.size() == OWNERS
                && !table.look(Hash.of(ref("o499", OBJECTS - 1))).equals(Look.ABSENT);
        System.out.println(complete ? each : "incomplete");
    }

    private static AppliedSet remember(KindTable table, Owned owned) {
        Map<ObjectRef, Applied> objects = new HashMap<>();
        for (int i = 0; i < OBJECTS; i++) {
            Look look = new Look(new Hash(i, i), i, i + 1);
            ObjectRef ref = ref(owned.ownership().labels().getOrDefault("name", ""), i);
            objects.put(ref, new Applied(new Hash(i, i), look, new Hash(i, i), i));
            table.answered(Hash.of(ref), look, owned);
        }
        return AppliedSet.of(objects);
    }

    private static ObjectRef ref(String owner, int number) {
        return new ObjectRef("", "v1", "ConfigMap", owner, "map-" + number);
    }

    private static long used() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
