package io.fluxj.apply.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.ObjectRef;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppliedMemoryTest {

    @Test
    void dropsTheSetsThatWereNotUsedForLongest() {
        AppliedMemory memory = new AppliedMemory(5);
        memory.remember("one", objects(2));
        memory.remember("two", objects(2));
        memory.recall("one");

        memory.remember("three", objects(2));

        assertThat(memory.recall("two")).isEmpty();
        assertThat(memory.recall("one")).hasSize(2);
        assertThat(memory.recall("three")).hasSize(2);
        assertThat(memory.size()).isEqualTo(4);
    }

    @Test
    void doesNotKeepASetThatIsTooLarge() {
        AppliedMemory memory = new AppliedMemory(5);
        memory.remember("one", objects(2));

        memory.remember("large", objects(6));

        assertThat(memory.recall("large")).isEmpty();
        assertThat(memory.recall("one")).hasSize(2);
    }

    @Test
    void replacesAndForgets() {
        AppliedMemory memory = new AppliedMemory(5);
        memory.remember("one", objects(3));
        memory.remember("one", objects(1));
        assertThat(memory.size()).isEqualTo(1);

        memory.forget("one");
        memory.forget("never there");
        assertThat(memory.size()).isZero();
    }

    private static Map<ObjectRef, Applied> objects(int count) {
        Map<ObjectRef, Applied> objects = new HashMap<>();
        for (int i = 0; i < count; i++) {
            objects.put(
                    new ObjectRef("", "v1", "ConfigMap", "ns", "o" + i),
                    new Applied(Hash.NONE, Hash.NONE, Hash.NONE, System.nanoTime()));
        }
        return objects;
    }
}
