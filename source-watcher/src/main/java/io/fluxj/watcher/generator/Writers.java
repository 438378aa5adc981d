package io.fluxj.watcher.generator;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import java.util.Optional;

/**
 * As whom ExternalArtifacts are written: as the service account that their generator names; without one as the controller itself, but in other namespaces as
 * the one that a flag names. Source: flux-2.10 §11.
 *
 * @param own the cluster as the controller sees it
 * @param byDefault {@code --default-service-account}; empty for none
 */
record Writers(Cluster own, String byDefault) {
    /** The cluster as the one sees it who writes there. */
    Cluster of(ArtifactGenerator object, String namespace) {
        String account = account(object, namespace);
        return account.isEmpty()
                ? own
                : own.impersonating(
                        "system:serviceaccount:" + object.getMetadata().getNamespace() + ":" + account);
    }

    /** Whether the service account is there that writes there; true when none does. */
    boolean isThere(ArtifactGenerator object, String namespace) {
        String account = account(object, namespace);
        return account.isEmpty()
                || own.get(ObjectRef.of(
                                "v1", "ServiceAccount", object.getMetadata().getNamespace(), account))
                        .isPresent();
    }

    private String account(ArtifactGenerator object, String namespace) {
        Optional<String> named =
                Optional.ofNullable(object.getSpec().serviceAccountName()).filter(name -> !name.isEmpty());
        boolean foreign = !namespace.equals(object.getMetadata().getNamespace());
        return named.orElse(foreign ? byDefault : "");
    }
}
