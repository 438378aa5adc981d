package io.fluxj.runtime.target;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.apply.cluster.Cluster;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Clients of other clusters: one for all objects that use the same kubeconfig, open as long as there is such an object. */
final class RemoteClusters implements AutoCloseable {
    private final Map<String, Remote> byKubeconfig = new HashMap<>();
    private final Map<String, String> ofOwners = new HashMap<>();
    private final Consumer<Cluster> leaving;

    /**
     * None is open yet.
     *
     * @param leaving told of a cluster whose client is going to be closed
     */
    RemoteClusters(Consumer<Cluster> leaving) {
        this.leaving = leaving;
    }

    /** Opens a client, without talking to the server yet. */
    @FunctionalInterface
    interface Opening {
        KubernetesClient open() throws TargetFailure;
    }

    /** A client, and what is known of its cluster. */
    record Remote(KubernetesClient client, Cluster cluster, Set<String> owners) {
        static Remote of(KubernetesClient client) {
            return new Remote(client, Cluster.of(client), new HashSet<>());
        }
    }

    /**
     * The one for a kubeconfig; what the owner used until now is given up.
     *
     * @param digest of the kubeconfig
     */
    synchronized Remote of(String owner, String digest, Opening opening) throws TargetFailure {
        Remote known = byKubeconfig.get(digest);
        Remote remote = known == null ? Remote.of(opening.open()) : known;
        byKubeconfig.put(digest, remote);
        remote.owners().add(owner);
        String before = ofOwners.put(owner, digest);
        if (before != null && !before.equals(digest)) {
            leave(owner, before);
        }
        return remote;
    }

    /** The one that the owner uses. */
    synchronized Optional<Remote> known(String owner) {
        return Optional.ofNullable(ofOwners.get(owner)).map(byKubeconfig::get);
    }

    /** The owner uses none any more. */
    synchronized void forget(String owner) {
        String before = ofOwners.remove(owner);
        if (before != null) {
            leave(owner, before);
        }
    }

    private void leave(String owner, String digest) {
        Remote left = byKubeconfig.get(digest);
        if (left != null && left.owners().remove(owner) && left.owners().isEmpty()) {
            byKubeconfig.remove(digest);
            leaving.accept(left.cluster());
            left.client().close();
        }
    }

    /** How many clients are open. */
    synchronized int size() {
        return byKubeconfig.size();
    }

    @Override
    public synchronized void close() {
        byKubeconfig.values().forEach(remote -> remote.client().close());
        byKubeconfig.clear();
        ofOwners.clear();
    }
}
