package io.fluxj.runtime.target;

import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * The service account that is impersonated. Source: behaviour §0.4.
 *
 * @param name empty when none is
 * @param origin the field or flag that named it
 */
record TargetAccount(String namespace, String name, String origin) {

    static TargetAccount of(TargetReference wanted, String byDefault) {
        return wanted.serviceAccount().isEmpty()
                ? new TargetAccount(wanted.namespace(), byDefault, "--default-service-account")
                : new TargetAccount(wanted.namespace(), wanted.serviceAccount(), "spec.serviceAccountName");
    }

    /** The user's name at the API, empty for no impersonation. */
    String user() {
        return name.isEmpty() ? "" : "system:serviceaccount:" + namespace + ":" + name;
    }

    boolean isThere(KubernetesClient client) {
        return name.isEmpty()
                || client.serviceAccounts()
                                .inNamespace(namespace)
                                .withName(name)
                                .get()
                        != null;
    }
}
