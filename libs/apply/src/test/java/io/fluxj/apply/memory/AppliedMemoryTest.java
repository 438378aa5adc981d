package io.fluxj.apply.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.cluster.Cluster;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppliedMemoryTest {
    private static final Hash OPTIONS = new Hash(1, 1);

    private final KubernetesClient client = new KubernetesClientBuilder().build();
    private final Cluster cluster = Cluster.of(client);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void dropsTheSetsThatWereNotUsedForLongest() {
        AppliedMemory memory = new AppliedMemory(5);
        remember(memory, "one", 2);
        remember(memory, "two", 2);
        assertThat(recall(memory, "one")).isEqualTo(2);

        remember(memory, "three", 2);

        assertThat(recall(memory, "two")).isZero();
        assertThat(recall(memory, "one")).isEqualTo(2);
        assertThat(recall(memory, "three")).isEqualTo(2);
        assertThat(memory.size()).isEqualTo(4);
    }

    @Test
    void doesNotKeepASetThatIsTooLarge() {
        AppliedMemory memory = new AppliedMemory(5);
        remember(memory, "one", 2);

        remember(memory, "large", 6);

        assertThat(recall(memory, "large")).isZero();
        assertThat(recall(memory, "one")).isEqualTo(2);
    }

    @Test
    void replacesAndForgets() {
        AppliedMemory memory = new AppliedMemory(5);
        remember(memory, "one", 3);
        remember(memory, "one", 1);
        assertThat(memory.size()).isEqualTo(1);

        memory.forget(owner("one"));
        memory.forget(owner("never there"));
        assertThat(memory.size()).isZero();
    }

    @Test
    void believesNothingOfAnotherWayToApply() {
        AppliedMemory memory = new AppliedMemory(5);
        remember(memory, "one", 2);
        Owned owned = new Owned(owner("one"));
        owned.replace(Way.of(cluster, OPTIONS), AppliedSet.of(objects(2)), Set.of(), OptionalLong.empty());

        assertThat(owned.appliedIn(Way.of(cluster, OPTIONS)).size()).isEqualTo(2);
        assertThat(owned.appliedIn(Way.of(cluster, new Hash(1, 2))).size()).isZero();
        assertThat(owned.appliedIn(Way.of(cluster.impersonating("robot"), OPTIONS))
                        .size())
                .isZero();
        assertThat(owned.appliedIn(Way.of(Cluster.of(client), OPTIONS)).size()).isZero();
    }

    @Test
    void forgetsWhatWasAppliedOverAClosedClient() {
        AppliedMemory memory = new AppliedMemory(5);
        remember(memory, "one", 2);

        memory.forget(cluster.impersonating("robot"));

        assertThat(memory.size()).isZero();
    }

    /** Every one is found, whatever its neighbours. */
    @Test
    void findsEachObject() {
        Map<ObjectRef, Applied> objects = objects(1000);
        AppliedSet set = AppliedSet.of(objects);

        assertThat(objects.keySet()).allMatch(ref -> set.find(Hash.of(ref))
                .filter(applied -> applied.manifest().low() == number(ref))
                .isPresent());
        assertThat(set.find(Hash.of(ref(1000)))).isEmpty();
    }

    private void remember(AppliedMemory memory, String owner, int count) {
        memory.begin(cluster, owner(owner), OPTIONS).end(objects(count));
    }

    /** How many objects are believed when nobody has touched any. */
    private int recall(AppliedMemory memory, String owner) {
        Recollection recollection = memory.begin(cluster, owner(owner), OPTIONS);
        Map<ObjectRef, Applied> known = recollection.remembered(objects(6).keySet());
        recollection.end(known);
        return known.size();
    }

    private static Ownership owner(String name) {
        return new Ownership("deployer", Map.of("name", name));
    }

    private static Map<ObjectRef, Applied> objects(int count) {
        Map<ObjectRef, Applied> objects = new HashMap<>();
        for (int i = 0; i < count; i++) {
            objects.put(
                    ref(i), new Applied(new Hash(0, i), new Look(new Hash(i, i), i, i), Hash.NONE, System.nanoTime()));
        }
        return objects;
    }

    private static ObjectRef ref(int number) {
        return new ObjectRef("", "v1", "ConfigMap", "ns", "o" + number);
    }

    private static int number(ObjectRef ref) {
        return Integer.parseInt(ref.name().substring(1));
    }
}
