package io.fluxj.runtime.start;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;

/**
 * Where the replica is that leads: it says so in the lease that it holds.
 *
 * @param namespace of the lease
 * @param lease its name
 */
public record LeaderAddress(KubernetesClient client, String namespace, String lease) {
    /** On the lease, {@code host:port}. An addition of ours. */
    static final String ANNOTATION = "fluxj.io/leader-address";

    /** {@code host:port}; empty when nobody leads, or the one that does says no address. */
    public Optional<String> find() {
        return Optional.ofNullable(
                        client.leases().inNamespace(namespace).withName(lease).get())
                .filter(LeaderAddress::isHeld)
                .flatMap(found -> Optional.ofNullable(found.getMetadata().getAnnotations()))
                .map(annotations -> annotations.getOrDefault(ANNOTATION, ""))
                .filter(address -> !address.isEmpty());
    }

    private static boolean isHeld(Lease lease) {
        String holder = lease.getSpec() == null ? null : lease.getSpec().getHolderIdentity();
        return holder != null && !holder.isEmpty();
    }

    /** What a lease says of the one that takes it. */
    static Map<String, String> annotations(String address) {
        return address.isEmpty() ? Map.of() : Map.of(ANNOTATION, address);
    }
}
