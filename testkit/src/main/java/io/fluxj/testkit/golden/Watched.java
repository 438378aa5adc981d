package io.fluxj.testkit.golden;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Follows the objects of some kinds and the Events of a whole cluster by watches, and wakes who waits for a change. */
final class Watched implements AutoCloseable, Patience.Pulse {
    private final Map<String, SharedIndexInformer<GenericKubernetesResource>> objects = new HashMap<>();
    private final SharedIndexInformer<Event> events;
    private final RoundTrip roundTrip;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes;

    private Watched(KubeCluster cluster, KnownKinds kinds, Set<String> followed) {
        KubernetesClient client = cluster.client();
        roundTrip = RoundTrip.in(client, cluster.namespace());
        events = client.v1().events().inAnyNamespace().inform(new Wake<>());
        for (String kind : followed) {
            objects.put(
                    kind,
                    client.genericKubernetesResources(kinds.get(kind))
                            .inAnyNamespace()
                            .inform(new Wake<>()));
        }
    }

    static Watched start(KubeCluster cluster, KnownKinds kinds, Set<String> followed) {
        return new Watched(cluster, kinds, followed);
    }

    boolean follows(String kind) {
        return objects.containsKey(kind);
    }

    /** The newest version that was seen. */
    Optional<GenericKubernetesResource> object(String namespace, String reference) {
        SharedIndexInformer<GenericKubernetesResource> kind = objects.get(References.kind(reference));
        return kind == null
                ? Optional.empty()
                : Optional.ofNullable(kind.getStore()
                        .getByKey(References.namespace(reference, namespace) + "/" + References.name(reference)));
    }

    /** The Events in a namespace. */
    List<Event> events(String namespace) {
        return events.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
    }

    @Override
    public long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void awaitChange(long known, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (changes == known && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void roundTrip() throws InterruptedException {
        roundTrip.take();
    }

    private void wake() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        objects.values().forEach(SharedIndexInformer::close);
        events.close();
        roundTrip.close();
    }

    private final class Wake<T extends HasMetadata> implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            wake();
        }

        @Override
        public void onUpdate(T before, T after) {
            wake();
        }

        @Override
        public void onDelete(T object, boolean unknown) {
            wake();
        }
    }
}
