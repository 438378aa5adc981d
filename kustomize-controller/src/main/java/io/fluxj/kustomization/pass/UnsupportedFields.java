package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Decryption;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.kustomization.KustomizationReason;
import io.fluxj.kustomization.options.Gate;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Stalled;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses what this version cannot do, rather than to apply something else than was asked for. */
final class UnsupportedFields {

    private final boolean objectLevelIdentity;

    UnsupportedFields(KustomizeOptions options) {
        this.objectLevelIdentity = options.enabled(Gate.OBJECT_LEVEL_WORKLOAD_IDENTITY);
    }

    void refuse(KustomizationSpec spec) throws Stalled {
        refuseIdentity(spec.decryption());
        Optional<String> field = unsupported(spec);
        if (field.isPresent()) {
            throw Stalled.of(
                    KustomizationReason.UNSUPPORTED_FEATURE,
                    "%s is not supported yet by this version: remove it, or leave this object to Flux's kustomize-controller"
                            .formatted(field.get()));
        }
    }

    private void refuseIdentity(@Nullable Decryption decryption) throws Stalled {
        if (decryption != null && decryption.serviceAccountName() != null && !objectLevelIdentity) {
            throw Stalled.of(
                    CommonReason.FEATURE_GATE_DISABLED,
                    "to use spec.decryption.serviceAccountName for decryption authentication please enable the"
                            + " ObjectLevelWorkloadIdentity feature gate in the controller");
        }
    }

    private static Optional<String> unsupported(KustomizationSpec spec) {
        if (spec.decryption() != null) {
            return Optional.of("spec.decryption");
        }
        if (spec.kubeConfig() != null) {
            return Optional.of("spec.kubeConfig");
        }
        if (!spec.healthCheckExprs().isEmpty()) {
            return Optional.of("spec.healthCheckExprs");
        }
        if (!spec.ignore().isEmpty()) {
            return Optional.of("spec.ignore");
        }
        boolean expressions = spec.dependsOn().stream().anyMatch(dependency -> dependency.readyExpr() != null);
        return expressions ? Optional.of("spec.dependsOn[].readyExpr") : Optional.empty();
    }
}
