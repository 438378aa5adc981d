package io.fluxj.testkit;

/** The Kubernetes APIs that a {@link ClusterTest} can run against. */
public enum KubeTarget {
    /** The API of {@code libs/embedded-kube}, in this JVM. Always there. */
    EMBEDDED("embedded"),

    /**
     * A real etcd, kube-apiserver and (if the folder has it) kube-controller-manager. There when the environment
     * variable {@code KUBEBUILDER_ASSETS} names the folder that holds these programs.
     */
    KUBE_APISERVER("kube-apiserver");

    private final String displayName;

    KubeTarget(String displayName) {
        this.displayName = displayName;
    }

    /** As shown in test reports. */
    public String displayName() {
        return displayName;
    }
}
