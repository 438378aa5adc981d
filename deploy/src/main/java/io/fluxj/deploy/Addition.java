package io.fluxj.deploy;

/** What may be added to an installation: a component of {@code deploy/kustomize/components}, in the order in which they go together. */
public enum Addition {
    /** A second set of source-, kustomize- and helm-controller for objects of the shard {@code shard1}. */
    SHARDING("sharding"),
    /** For clusters that tenants share. */
    LOCKDOWN("lockdown"),
    /** Objects reach clouds as a service account of their namespace. */
    WORKLOAD_IDENTITY("workload-identity"),
    /** A volume for the artifacts of source-controller. */
    PERSISTENCE("persistence"),
    /** Callers that do not prove to be controllers of the installation are refused. */
    PEERS_ENFORCED("peers-enforced");

    private final String folder;

    Addition(String folder) {
        this.folder = folder;
    }

    /** Its directory below {@code deploy/kustomize/components}. */
    public String folder() {
        return folder;
    }
}
