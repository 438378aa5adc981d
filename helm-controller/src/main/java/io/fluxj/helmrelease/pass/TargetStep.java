package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.target.TargetCluster;
import io.fluxj.runtime.target.TargetClusters;
import io.fluxj.runtime.target.TargetFailure;
import io.fluxj.runtime.target.TargetReference;
import java.util.regex.Pattern;

/** Finds the cluster that a release is in. */
record TargetStep(TargetClusters targets) {

    /** Flux's two controllers that reach other clusters say it differently. */
    private static final Pattern UNREADABLE = Pattern.compile("unable to read KubeConfig secret '([^']*)' error: ");

    TargetCluster find(HelmRelease object) throws Retryable {
        try {
            return targets.of(owner(object), reference(object));
        } catch (TargetFailure e) {
            String message = UNREADABLE.matcher(e.message()).replaceFirst("could not get KubeConfig secret '$1': ");
            throw Retryable.of(HelmReleaseReason.REST_CLIENT_ERROR, message, e).quietly();
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
