package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Decryption;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.kustomization.options.Gate;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.runtime.reconcile.CommonReason;
import java.util.Optional;

/** Fields that need a feature gate. */
final class GatedFields {

    private final boolean objectLevelIdentity;

    GatedFields(KustomizeOptions options) {
        this.objectLevelIdentity = options.enabled(Gate.OBJECT_LEVEL_WORKLOAD_IDENTITY);
    }

    Optional<Refusal> of(KustomizationSpec spec) {
        Decryption decryption = spec.decryption();
        boolean refused = decryption != null && decryption.serviceAccountName() != null && !objectLevelIdentity;
        return refused
                ? Optional.of(new Refusal(
                        CommonReason.FEATURE_GATE_DISABLED,
                        "to use spec.decryption.serviceAccountName for decryption authentication please enable the"
                                + " ObjectLevelWorkloadIdentity feature gate in the controller",
                        ""))
                : Optional.empty();
    }
}
