package io.fluxj.runtime.identity;

/** Who is to be vouched for. */
public sealed interface Workload {
    /** The controller itself, as the cluster's operator set it up. */
    record Controller() implements Workload {}

    /**
     * A service account.
     *
     * @param namespace of the object that names it
     * @param name of the account
     */
    record Account(String namespace, String name) implements Workload {}
}
