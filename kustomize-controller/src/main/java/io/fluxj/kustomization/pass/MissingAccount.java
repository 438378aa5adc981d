package io.fluxj.kustomization.pass;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.target.TargetCluster;

/** Says after a refusal of the API server that the service account it was asked with does not exist, if so. */
final class MissingAccount {

    private MissingAccount() {}

    static String explained(TargetCluster target, String message) {
        String user = target.user();
        return !user.isEmpty() && message.contains(user) && isMissing(target)
                ? message.stripTrailing() + "\n" + target.missingAccount()
                : message;
    }

    /** What cannot be looked up is not explained. */
    private static boolean isMissing(TargetCluster target) {
        try {
            return !target.hasAccount();
        } catch (KubernetesClientException e) {
            return false;
        }
    }
}
