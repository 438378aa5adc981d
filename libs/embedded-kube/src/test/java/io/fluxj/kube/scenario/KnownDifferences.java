package io.fluxj.kube.scenario;

import java.util.Set;

/** Scenarios that this server answers otherwise than the real one; {@code docs/embedded-kube.md} says why. */
final class KnownDifferences {
    static final Set<String> ALL = Set.of(
            // Causes of a conflict are in another order, which the real server changes from call to call.
            "apply/conflicts with two managers",
            // The whole patched object stands in the message, with its fields in another order.
            "patches/merge with a wrong type",
            // The recording shows what a controller of the real cluster wrote in between.
            "verbs/delete of a deployment with a finalizer",
            // The recording met leftovers of an earlier one.
            "verbs/no new finalizer while deleting",
            "kinds/keeps a storage class provisioner");

    private KnownDifferences() {}
}
