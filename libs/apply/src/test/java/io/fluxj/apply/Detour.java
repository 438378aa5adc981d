package io.fluxj.apply;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.TcpForwarder;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A test's cluster reached by a way that can be broken. */
public final class Detour implements AutoCloseable {
    private static final long SHORTEST = 20;
    private static final long LONGEST = 400;

    public final TcpForwarder way;
    public final Requests requests = new Requests();
    public final Cluster cluster;
    private final KubernetesClient client;

    public Detour(KubeCluster kube) {
        way = TcpForwarder.to(URI.create(kube.client().getMasterUrl().toString()));
        Config direct = kube.client().getConfiguration();
        String scheme = kube.client().getMasterUrl().getProtocol();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(direct)
                        .withMasterUrl(scheme + "://127.0.0.1:" + way.port())
                        .build())
                .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("requests", requests))
                .build();
        cluster = Cluster.of(client);
    }

    /** Cuts all connections again and again, at moments nobody knows before, until the action has ended. */
    public <T> T whileCut(Action<T> action) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> cutting = threads.submit(() -> cutUntil(over));
            try {
                return action.run();
            } finally {
                over.countDown();
                cutting.get();
            }
        }
    }

    private boolean cutUntil(CountDownLatch over) throws InterruptedException {
        while (!over.await(ThreadLocalRandom.current().nextLong(SHORTEST, LONGEST), TimeUnit.MILLISECONDS)) {
            way.cut();
        }
        return true;
    }

    @Override
    public void close() {
        client.close();
        way.close();
    }

    /** What a test does. */
    @FunctionalInterface
    public interface Action<T> {
        T run() throws Exception;
    }
}
