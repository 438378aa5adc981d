package io.fluxj.manifest.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The addresses at which the API server answers this process. */
public final class ApiServerAddresses {

    private ApiServerAddresses() {}

    /**
     * Those of the server that the process talks to, and of the service in the cluster.
     *
     * @param server host of the server
     * @param service {@code KUBERNETES_SERVICE_HOST}, empty outside of clusters
     */
    public static Set<InetAddress> of(String server, String service) {
        Set<InetAddress> addresses = new HashSet<>();
        addAll(addresses, server);
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
