package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.ClientOptions;

/** Makes the one Kubernetes client of a controller. */
public final class KubernetesClients {
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
                .withHttpClientBuilderConsumer(http -> {
                    if (options.qps() > 0) {
                        http.addOrReplaceInterceptor("fluxj-rate-limit", new ApiRateLimit(bucket));
                    }
                    http.addOrReplaceInterceptor("fluxj-meter", new ApiRequestMeter(metrics));
                })
                .build();
    }
}
