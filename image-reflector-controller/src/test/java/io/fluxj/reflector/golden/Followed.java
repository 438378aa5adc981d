package io.fluxj.reflector.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Follows image objects and their Events by watches, and waits for what they become. */
final class Followed implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SharedIndexInformer<? extends HasMetadata>> informers = new ArrayList<>();
    private final SharedIndexInformer<Event> events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes;

    Followed(KubeCluster cluster) {
        informers.add(cluster.client()
                .resources(ImageRepository.class)
                .inAnyNamespace()
                .inform(new Wake<>()));
        informers.add(
                cluster.client().resources(ImagePolicy.class).inAnyNamespace().inform(new Wake<>()));
        events = cluster.client().v1().events().inAnyNamespace().inform(new Wake<>());
    }

    /** The newest seen of an object; missing when there is none. */
    JsonNode object(Class<? extends CustomResource<?, ?>> kind, String namespace, String name) {
        return informers.stream()
                .filter(informer -> informer.getApiTypeClass().equals(kind))
                .map(informer -> (HasMetadata) informer.getStore().getByKey(namespace + "/" + name))
                .filter(found -> found != null)
                .<JsonNode>map(JSON::valueToTree)
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    /** The Events about an object. */
    List<Event> events(String kind, String namespace, String name) {
        return events.getStore().list().stream()
                .filter(event -> kind.equals(event.getInvolvedObject().getKind())
                        && namespace.equals(event.getInvolvedObject().getNamespace())
                        && name.equals(event.getInvolvedObject().getName()))
                .toList();
    }

    /** Waits until there is no difference. */
    String await(Supplier<String> difference, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long known = changes();
            String found = difference.get();
            long left = end - System.nanoTime();
            if (found.isEmpty() || left <= 0) {
                return found;
            }
            awaitChange(known, left);
        }
    }

    private long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange(long known, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (changes == known && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
        events.close();
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

        private void wake() {
            lock.lock();
            try {
                changes++;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
