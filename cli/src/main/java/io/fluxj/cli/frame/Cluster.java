package io.fluxj.cli.frame;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fluxj.runtime.client.KubernetesClients;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to the cluster, opened by the first command that needs it. */
public final class Cluster implements AutoCloseable {
    /** A single request gets that long, in milliseconds, however short the whole may take. */
    private static final int SHORTEST_REQUEST = 10_000;

    private final GlobalFlags flags;
    private final Map<String, String> environment;
    private @Nullable KubernetesClient client;

    Cluster(GlobalFlags flags, Map<String, String> environment) {
        this.flags = flags;
        this.environment = environment;
    }

    /**
     * The client, as whom the flags say; its default namespace is that of the kubeconfig's context.
     *
     * @throws CommandFailure when no cluster is named anywhere, or the kubeconfig cannot be read
     */
    public synchronized KubernetesClient client() {
        if (client == null) {
            client = connect();
        }
        return client;
    }

    private KubernetesClient connect() {
        Config config = new ClusterConfig(flags.cluster(), environment).read();
        // A person waits: better told at once than after ten tries. What is worth another try is asked for again by the
        // command.
        config.setRequestRetryBackoffLimit(0);
        config.setRequestTimeout(Math.clamp(flags.timeout().toMillis(), SHORTEST_REQUEST, Integer.MAX_VALUE));
        KubernetesClientBuilder builder = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(KubernetesClients.connections(config));
        String uid = flags.cluster().impersonatedUid;
        if (uid != null) {
            builder.withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("as-uid", new ActAs(uid)));
        }
        return builder.build();
    }

    /** The client's configuration has no place for this one. */
    private record ActAs(String uid) implements Interceptor {
        @Override
        public void before(BasicBuilder request, HttpRequest original, RequestTags tags) {
            request.setHeader("Impersonate-Uid", uid);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
