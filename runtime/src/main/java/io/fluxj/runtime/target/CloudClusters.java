package io.fluxj.runtime.target;

import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.ClusterPlace;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.cloud.CloudLogins;

/**
 * Clusters that clouds run: where they are, and what to show to them. What was told is kept until it is stale, so that an account is looked up only then.
 *
 * @param logins who vouches for accounts, and for the controller
 * @param caller asks the clouds
 */
public record CloudClusters(CloudLogins logins, Caller caller) {
    /**
     * A cluster, and who wants to get in.
     *
     * @param cluster as the cloud names it; empty when only its address is known
     * @param account in that namespace; empty for that of the flag, or the controller
     */
    record Wanted(String provider, String cluster, String namespace, String account) {}

    /** Refuses what the cloud cannot know. */
    void check(Wanted wanted) throws IdentityException {
        boolean named = !wanted.cluster().isEmpty();
        if (named) {
            logins.clusters(wanted.provider()).check(wanted.cluster());
        } else if (logins.clusters(wanted.provider()).needsName()) {
            throw new IdentityException("it has no cluster, which the provider " + wanted.provider() + " needs");
        }
    }

    ClusterPlace place(Wanted wanted) throws IdentityException {
        return logins.environment().cache().get("cluster-place/" + wanted, ClusterPlace.class, () -> logins.clusters(
                        wanted.provider())
                .find(wanted.cluster(), who(wanted), caller));
    }

    AccessToken token(Wanted wanted) throws IdentityException {
        return logins.environment().cache().get("cluster-token/" + wanted, () -> logins.clusters(wanted.provider())
                .token(wanted.cluster(), who(wanted), caller));
    }

    private Principal who(Wanted wanted) throws IdentityException {
        return logins.principal(wanted.namespace(), wanted.account());
    }
}
