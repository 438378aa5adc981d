package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Resource versions of one object compare as numbers. Source: Kubernetes 1.35, KEP 5504. */
final class ResourceVersion {
    private ResourceVersion() {}

    /** -1, older than all others, when it is no number. */
    static long of(HasMetadata object) {
        try {
            return Long.parseLong(object.getMetadata().getResourceVersion());
        } catch (NumberFormatException notComparable) {
            return -1;
        }
    }
}
