package io.fluxj.runtime.target;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.apply.cluster.Cluster;

/** The cluster that one object applies to, seen as the user it applies as. For one pass: the next one asks again. */
public final class TargetCluster {
    private final Cluster cluster;
    private final KubernetesClient client;
    private final TargetAccount account;

    TargetCluster(Cluster cluster, KubernetesClient client, TargetAccount account) {
        this.cluster = account.name().isEmpty() ? cluster : cluster.impersonating(account.user());
        this.client = client;
        this.account = account;
    }

    /** As the object's user sees it. */
    public Cluster cluster() {
        return cluster;
    }

    /** The user that is impersonated, empty when none is. */
    public String user() {
        return account.user();
    }

    /** Whether the service account is there; true when none is impersonated. */
    public boolean hasAccount() {
        return account.isThere(client);
    }

    /** What the API server answered, with a line more when it refused a user that is impersonated and whose service account is not there. */
    public String explained(String answer) {
        return !user().isEmpty() && answer.contains(user()) && isMissing()
                ? answer.stripTrailing() + "\n" + missingAccount()
                : answer;
    }

    /** What cannot be looked up is not explained. */
    private boolean isMissing() {
        try {
            return !hasAccount();
        } catch (KubernetesClientException e) {
            return false;
        }
    }

    /** Says that the service account is not there, and what to do. */
    String missingAccount() {
        return "serviceaccount \"%s\" not found in namespace %s: create it, or correct %s"
                .formatted(account.name(), account.namespace(), account.origin());
    }
}
