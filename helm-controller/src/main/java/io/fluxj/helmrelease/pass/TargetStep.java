package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.target.TargetCluster;
import io.fluxj.runtime.target.TargetClusters;
import io.fluxj.runtime.target.TargetFailure;
import io.fluxj.runtime.target.TargetReference;

/** Finds the cluster that a release is in. */
record TargetStep(TargetClusters targets) {

    TargetCluster find(HelmRelease object) throws Retryable {
        try {
            return targets.of(owner(object), reference(object));
        } catch (TargetFailure e) {
            throw Retryable.of(HelmReleaseReason.REST_CLIENT_ERROR, e.message(), e)
                    .quietly();
        }
    }

    void forget(HelmRelease object) {
        targets.forget(owner(object));
    }

    private static String owner(HelmRelease object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
    }

    private static TargetReference reference(HelmRelease object) {
        HelmReleaseSpec spec = object.getSpec();
        return TargetReference.of(object.getMetadata().getNamespace(), spec.serviceAccountName(), spec.kubeConfig());
    }
}
