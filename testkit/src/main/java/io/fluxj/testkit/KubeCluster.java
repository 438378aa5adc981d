package io.fluxj.testkit;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/**
 * A Kubernetes API that one test uses, with a namespace of its own.
 *
 * @param target what kind of API this is
 * @param client a cluster administrator's client; shared by all tests, do not close it
 * @param kubeconfig a kubeconfig file of the same administrator, for processes and for clients of one's own
 * @param namespace a namespace that only this test uses; removed after the test
 */
public record KubeCluster(KubeTarget target, KubernetesClient client, Path kubeconfig, String namespace) {

    /** Makes one more fresh namespace, for tests that need two; it is left behind. */
    public String anotherNamespace() {
        return createNamespace(client);
    }

    /** Whether this is a real kube-apiserver. */
    public boolean isReal() {
        return target == KubeTarget.KUBE_APISERVER;
    }

    static String createNamespace(KubernetesClient client) {
        String name = "t-" + UUID.randomUUID().toString().substring(0, 13).toLowerCase(Locale.ROOT);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        return name;
    }
}
