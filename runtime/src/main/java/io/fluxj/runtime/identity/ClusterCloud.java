package io.fluxj.runtime.identity;

/** A cloud that runs Kubernetes clusters and lets those in for whom it vouches. Source: behaviour §0.3. */
public interface ClusterCloud {
    /**
     * Refuses what names no cluster of this cloud.
     *
     * @param cluster as the cloud names it
     * @throws IdentityException that says how it names them
     */
    void check(String cluster) throws IdentityException;

    /** Where a cluster is. */
    ClusterPlace find(String cluster, Principal who, Caller caller) throws IdentityException;

    /**
     * What to show to its API server.
     *
     * @param cluster empty where its address alone is known, for clouds whose tokens are for all of them
     */
    AccessToken token(String cluster, Principal who, Caller caller) throws IdentityException;

    /** Whether tokens are for one cluster, so that it has to be named. */
    boolean needsName();
}
