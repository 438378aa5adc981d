package io.fluxj.runtime.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.ClientOptions;

/** Makes the one Kubernetes client of a controller. */
public final class KubernetesClients {
    /** Otherwise it loads the classes of all kinds there are, to know them when it meets them; we name the class, or want none. */
    private static final boolean KNOWS_NO_KINDS = false;

    private KubernetesClients() {}

    /**
     * A client to the cluster that this process runs in, or else to that of the kubeconfig.
     *
     * @param controller named as the user agent
     */
    public static KubernetesClient open(String controller, ClientOptions options, ControllerMetrics metrics) {
        Config config = Config.autoConfigure(null);
        config.setUserAgent("fluxj-" + controller);
        TokenBucket bucket = new TokenBucket(options.qps(), options.burst(), System::nanoTime);
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withKubernetesSerialization(new KubernetesSerialization(new ObjectMapper(), KNOWS_NO_KINDS))
                .withHttpClientBuilderConsumer(http -> {
                    if (options.qps() > 0) {
                        http.addOrReplaceInterceptor("fluxj-rate-limit", new ApiRateLimit(bucket));
                    }
                    http.addOrReplaceInterceptor("fluxj-meter", new ApiRequestMeter(metrics));
                })
                .build();
    }
}
