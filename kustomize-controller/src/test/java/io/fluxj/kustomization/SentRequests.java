package io.fluxj.kustomization;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.testkit.KubeCluster;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records what a controller sends to the API server. */
final class SentRequests implements Interceptor {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        sent.add(request.method() + " " + request.uri().getPath());
    }

    /** A client that reads objects as that of a controller's process does, and tells this. */
    KubernetesClient client(KubeCluster cluster) {
        return new KubernetesClientBuilder()
                .withConfig(cluster.client().getConfiguration())
                .withKubernetesSerialization(KubernetesClients.serialization())
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("sent-requests", this))
                .build();
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    void clear() {
        sent.clear();
    }
}
