package io.fluxj.testkit.golden;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A write to the server that is waited for until a watch has told of it. It takes as long as it takes controllers on this machine, at that moment, to hear of
 * something: a clock that goes slower where everything else does.
 */
final class RoundTrip implements AutoCloseable {
    private static final String NAME = "golden-round-trip";
    private static final Duration MOST = Duration.ofMinutes(2);

    private final Resource<ConfigMap> marker;
    private final SharedIndexInformer<ConfigMap> watch;
    private final AtomicLong count = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private long newest;

    private RoundTrip(KubernetesClient client, String namespace) {
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(NAME)
                        .endMetadata()
                        .build())
                .create();
        marker = client.configMaps().inNamespace(namespace).withName(NAME);
        watch = marker.inform(new Heard());
    }

    static RoundTrip in(KubernetesClient client, String namespace) {
        return new RoundTrip(client, namespace);
    }

    /** Takes one. */
    void take() throws InterruptedException {
        long version = version(marker.patch(
                PatchContext.of(PatchType.JSON_MERGE),
                "{\"data\":{\"trip\":\"%d\"}}".formatted(count.incrementAndGet())));
        lock.lock();
        try {
            long left = MOST.toNanos();
            while (newest < version) {
                if (left <= 0) {
                    throw new IllegalStateException("the watch of " + NAME + " has become deaf");
                }
                left = heard.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    private void hear(HasMetadata object) {
        lock.lock();
        try {
            newest = Math.max(newest, version(object));
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        watch.close();
    }

    private final class Heard implements ResourceEventHandler<ConfigMap> {
        @Override
        public void onAdd(ConfigMap object) {
            hear(object);
        }

        @Override
        public void onUpdate(ConfigMap before, ConfigMap after) {
            hear(after);
        }

        @Override
        public void onDelete(ConfigMap object, boolean unknown) {
            // It goes with its namespace, when all has been played.
        }
    }
}
