package io.fluxj.runtime.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.impl.KubernetesClientImpl;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.ClientOptions;
import java.net.Proxy;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes the one Kubernetes client of a controller. */
public final class KubernetesClients {
    /** Otherwise it loads the classes of all kinds there are, to know them when it meets them; we name the class, or want none. */
    private static final boolean KNOWS_NO_KINDS = false;

    private KubernetesClients() {}

    /**
     * A client to the cluster that this process runs in, or else to that of the kubeconfig. The objects that it reads have no
     * {@code managedFields}.
     *
     * @param controller named as the user agent
     * @param proxies tells whether the way to the cluster leads through one
     */
    public static KubernetesClient open(
            String controller, ClientOptions options, ControllerMetrics metrics, EnvironmentProxies proxies) {
        Config config = Config.autoConfigure(null);
        HttpClient.Factory connections = connections(config);
        reachDirectly(config, proxies);
        config.setUserAgent("fluxj-" + controller);
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(connections)
                .withKubernetesSerialization(serialization())
                .withHttpClientBuilderConsumer(http -> {
                    intercept(http, options, metrics);
                    if (Credentials.certificateOnly(config)) {
                        http.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, null);
                    }
                })
                .build();
    }

    /**
     * A client to another cluster that is counted, limited and fenced as the controller's own and reads objects as that does. Whoever opens
     * it closes it; it asks nothing of the server yet.
     *
     * @param config everything that is to be known of the cluster; nothing is taken from this process
     */
    public static KubernetesClient remote(Config config, ClientRules rules) {
        config.setUserAgent("fluxj-" + rules.controller());
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(connections(config))
                .withKubernetesSerialization(serialization())
                .withHttpClientBuilderConsumer(http -> {
                    intercept(http, rules.options(), rules.metrics());
                    http.addOrReplaceInterceptor("fluxj-fence", new FencedWrites(rules.fence()));
                    if (!Credentials.hasTokenOrPassword(config)) {
                        http.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, null);
                    }
                })
                .build();
    }

    /**
     * The HTTP clients of a client to this cluster: they do as its configuration says where the client's own do not.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException if a certificate or key cannot be read
     */
    public static HttpClient.Factory connections(Config config) {
        ClientKeys.noteAlgorithm(config);
        return new VirtualThreadClients(config);
    }

    /** A client that reads objects as {@link #open} does, neither counted nor limited: for controllers inside another process. */
    public static KubernetesClient of(Config config) {
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(connections(config))
                .withKubernetesSerialization(serialization())
                .build();
    }

    private static void intercept(HttpClient.Builder http, ClientOptions options, ControllerMetrics metrics) {
        if (options.qps() > 0) {
            TokenBucket bucket = new TokenBucket(options.qps(), options.burst(), System::nanoTime);
            http.addOrReplaceInterceptor("fluxj-rate-limit", new ApiRateLimit(bucket));
        }
        http.addOrReplaceInterceptor("fluxj-meter", new ApiRequestMeter(metrics));
    }

    /**
     * A client for the same cluster over the same connections whose writes go out only while {@code fence} is open. It need not be closed; {@code client}
     * must stay open.
     */
    public static KubernetesClient fenced(KubernetesClient client, WriteFence fence) {
        HttpClient http = client.getHttpClient()
                .newBuilder()
                .addOrReplaceInterceptor("fluxj-fence", new FencedWrites(fence))
                .build();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        return new KubernetesClientImpl(
                http, client.getConfiguration(), () -> threads, client.getKubernetesSerialization());
    }

    /**
     * How the client reads objects: all but their {@code managedFields}. It knows the one kind by which the server tells of failures, in a watch too:
     * without it a watch whose version is too old would be asked for again with that version for ever.
     */
    public static KubernetesSerialization serialization() {
        ObjectMapper lean = new ObjectMapper().addMixIn(ObjectMeta.class, WithoutManagedFields.class);
        KubernetesSerialization serialization = new KubernetesSerialization(lean, KNOWS_NO_KINDS);
        serialization.registerKubernetesResource(Status.class);
        return serialization;
    }

    /** The client knows the variables too, but less of what {@code NO_PROXY} can say, and would ask a proxy for this machine. */
    static void reachDirectly(Config config, EnvironmentProxies proxies) {
        if (proxies.select(URI.create(config.getMasterUrl())).getFirst().equals(Proxy.NO_PROXY)) {
            config.setHttpProxy(null);
            config.setHttpsProxy(null);
        }
    }
}
