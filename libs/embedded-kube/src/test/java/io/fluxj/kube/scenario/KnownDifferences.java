package io.fluxj.kube.scenario;

import java.util.Set;

/** Scenarios that this server answers otherwise than the real one; {@code docs/embedded-kube.md} says why. */
final class KnownDifferences {
    static final Set<String> ALL = Set.of(
            // CEL rules of definitions are not evaluated.
            "customresources/cel rule",
            "customresources/cel rule with message",
            "customresources/cel rule on an object",
            "customresources/cel rule on a list",
            "customresources/cel rule on a text",
            "customresources/cel transition",
            // Fields of kubectl's last-applied annotation are not given up to its server-side apply.
            "apply/takes over from client-side apply",
            // Causes of a conflict are in another order, which the real server changes from call to call.
            "apply/conflicts with two managers",
            // The whole patched object stands in the message, with its fields in another order.
            "patches/merge with a wrong type",
            // Warnings of deprecation.
            "kinds/stores endpoints",
            "kinds/stores hpa v1",
            // The recording shows what a controller of the real cluster wrote in between.
            "verbs/delete of a deployment with a finalizer",
            // The recording met leftovers of an earlier one.
            "verbs/no new finalizer while deleting",
            "kinds/keeps a storage class provisioner");

    private KnownDifferences() {}
}
