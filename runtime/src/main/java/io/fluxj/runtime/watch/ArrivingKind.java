package io.fluxj.runtime.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch of a kind that the cluster may not have. It begins as soon as the kind is served, at once when it is: a controller
 * neither fails to start for the want of a kind that nobody uses, nor has to be started again when the kind comes.
 */
public final class ArrivingKind<S extends HasMetadata, R extends HasMetadata> extends InformerEventSource<S, R> {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivingKind.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final KubernetesClient cluster;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Watches nothing yet. */
    public ArrivingKind(InformerEventSourceConfiguration<S> configuration, EventSourceContext<R> context) {
        super(configuration, context);
        this.cluster = context.getClient();
    }

    @Override
    public synchronized void start() {
        if (isServed()) {
            super.start();
        } else {
            LOG.info("{} is not served by this cluster; it is watched once it is", kind());
            Thread.ofVirtual().name("arrival-of-" + kind()).start(this::await);
        }
    }

    private boolean isServed() {
        return cluster.supports(resourceType());
    }

    private String kind() {
        return HasMetadata.getKind(resourceType());
    }

    private void await() {
        try {
            while (!stopped.await(LOOK.toSeconds(), TimeUnit.SECONDS)) {
                if (arrived()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean arrived() {
        try {
            if (stopped.getCount() > 0 && isServed()) {
                super.start();
                LOG.info("{} is served now, and watched", kind());
                return true;
            }
        } catch (RuntimeException e) {
            LOG.warn("cannot watch {} yet: {}", kind(), e.getMessage());
        }
        return false;
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        super.stop();
    }

    /** None while there is no watch. */
    @Override
    @SuppressWarnings("rawtypes")
    public Map<String, InformerHealthIndicator> informerHealthIndicators() {
        return isRunning() ? super.informerHealthIndicators() : Map.of();
    }
}
