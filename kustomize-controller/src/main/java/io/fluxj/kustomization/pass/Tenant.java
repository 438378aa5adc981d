package io.fluxj.kustomization.pass;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.runtime.impersonation.Impersonation;
import java.util.Map;

/** Whose rights a Kustomization acts with, and by what its objects are known. */
final class Tenant {

    private final KubernetesClient client;
    private final Cluster cluster;
    private final String defaultServiceAccount;

    Tenant(KubernetesClient client, String defaultServiceAccount) {
        this.client = client;
        this.cluster = Cluster.of(client);
        this.defaultServiceAccount = defaultServiceAccount;
    }

    /** The cluster as the object's service account sees it. */
    Cluster clusterOf(Kustomization object) {
        return Impersonation.of(namespace(object), serviceAccount(object), "")
                .user()
                .map(cluster::impersonating)
                .orElse(cluster);
    }

    /** The user that requests are made as, empty for the controller itself. */
    String userOf(Kustomization object) {
        return Impersonation.of(namespace(object), serviceAccount(object), "")
                .user()
                .orElse("");
    }

    /** Says that the service account is not there, and what to do. */
    String missing(Kustomization object) {
        boolean named = serviceAccount(object).equals(object.getSpec().serviceAccountName());
        return "serviceaccount \"%s\" not found in namespace %s: create it, or correct %s"
                .formatted(
                        serviceAccount(object),
                        namespace(object),
                        named ? "spec.serviceAccountName" : "--default-service-account");
    }

    /** Whether the service account is there; true when none is used. */
    boolean exists(Kustomization object) {
        String account = serviceAccount(object);
        return account.isEmpty()
                || client.serviceAccounts()
                                .inNamespace(namespace(object))
                                .withName(account)
                                .get()
                        != null;
    }

    /** The owner of the object's objects. */
    static Ownership ownership(Kustomization object) {
        return new Ownership(
                FluxMarkers.FIELD_MANAGER,
                Map.of(
                        FluxMarkers.GROUP + "/name", object.getMetadata().getName(),
                        FluxMarkers.GROUP + "/namespace", namespace(object)));
    }

    private String serviceAccount(Kustomization object) {
        String named = object.getSpec().serviceAccountName();
        return named == null || named.isEmpty() ? defaultServiceAccount : named;
    }

    private static String namespace(Kustomization object) {
        return object.getMetadata().getNamespace();
    }
}
