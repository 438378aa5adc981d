package io.fluxj.kustomization.pass;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.kustomize.v1.Kustomization;

/** Says after a refusal of the API server that the service account it was asked with does not exist, if so. */
final class MissingAccount {

    private final Tenant tenant;

    MissingAccount(Tenant tenant) {
        this.tenant = tenant;
    }

    String explained(Work work, String message) {
        String user = tenant.userOf(work.object());
        return !user.isEmpty() && message.contains(user) && isMissing(work.object())
                ? message.stripTrailing() + "\n" + tenant.missing(work.object())
                : message;
    }

    /** What cannot be looked up is not explained. */
    private boolean isMissing(Kustomization object) {
        try {
            return !tenant.exists(object);
        } catch (KubernetesClientException e) {
            return false;
        }
    }
}
