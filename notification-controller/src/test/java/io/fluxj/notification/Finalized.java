package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.api.notification.v1beta3.Provider;
import java.util.List;

/** Objects that have a finalizer: they can only go while their controller runs, and their namespace only after them. */
public final class Finalized {
    private Finalized() {}

    /** Deletes them and waits until they are gone. */
    public static void release(KubernetesClient client, List<String> namespaces) {
        for (String namespace : namespaces) {
            release(client, namespace, Receiver.class);
            release(client, namespace, Provider.class);
        }
    }

    private static <R extends HasMetadata> void release(KubernetesClient client, String namespace, Class<R> kind) {
        client.resources(kind).inNamespace(namespace).delete();
        await(kind.getSimpleName() + "s of " + namespace + " to go").untilAsserted(() -> assertThat(
                        client.resources(kind).inNamespace(namespace).list().getItems())
                .isEmpty());
    }
}
