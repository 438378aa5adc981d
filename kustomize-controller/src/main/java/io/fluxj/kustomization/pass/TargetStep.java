package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.target.TargetCluster;
import io.fluxj.runtime.target.TargetClusters;
import io.fluxj.runtime.target.TargetFailure;
import io.fluxj.runtime.target.TargetReference;
import java.util.Optional;

/** Finds the cluster that an object applies to. */
final class TargetStep {

    private final TargetClusters targets;

    TargetStep(TargetClusters targets) {
        this.targets = targets;
    }

    TargetCluster find(Kustomization object) throws Retryable {
        try {
            return targets.of(owner(object), reference(object));
        } catch (TargetFailure e) {
            throw Retryable.of(CommonReason.RECONCILIATION_FAILED, e.message(), e)
                    .announcing(Severity.ERROR, "failed to build kube client: " + e.message());
        }
    }

    /** The one that was found last, without a look at the Secret; empty when none was. */
    Optional<TargetCluster> known(Kustomization object) {
        return targets.known(owner(object), reference(object));
    }

    void forget(Kustomization object) {
        targets.forget(owner(object));
    }

    private static String owner(Kustomization object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
    }

    private static TargetReference reference(Kustomization object) {
        KustomizationSpec spec = object.getSpec();
        return TargetReference.of(object.getMetadata().getNamespace(), spec.serviceAccountName(), spec.kubeConfig());
    }
}
