package io.fluxj.kustomization.remote;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The addresses at which the API server answers this process. */
public final class ApiServerAddresses {

    private ApiServerAddresses() {}

    /**
     * Those of the client's server, and of the service in the cluster.
     *
     * @param service {@code KUBERNETES_SERVICE_HOST}, empty outside of clusters
     */
    public static Set<InetAddress> of(KubernetesClient client, String service) {
        Set<InetAddress> addresses = new HashSet<>();
        addAll(addresses, client.getMasterUrl().getHost());
        addAll(addresses, service);
        return addresses;
    }

    private static void addAll(Set<InetAddress> addresses, String host) {
        if (host.isEmpty()) {
            return;
        }
        try {
            addresses.addAll(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            // then nothing can be fetched from there by this name either
        }
    }
}
