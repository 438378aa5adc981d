package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Decryption;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.kustomization.KustomizationReason;
import io.fluxj.kustomization.options.Gate;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.runtime.reconcile.CommonReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this version cannot do and therefore refuses, rather than to do something else than was asked for. */
final class UnsupportedFields {

    private final boolean objectLevelIdentity;

    UnsupportedFields(KustomizeOptions options) {
        this.objectLevelIdentity = options.enabled(Gate.OBJECT_LEVEL_WORKLOAD_IDENTITY);
    }

    Optional<Refusal> of(KustomizationSpec spec) {
        return identity(spec.decryption()).or(() -> unsupported(spec));
    }

    private Optional<Refusal> identity(@Nullable Decryption decryption) {
        boolean refused = decryption != null && decryption.serviceAccountName() != null && !objectLevelIdentity;
        return refused
                ? Optional.of(new Refusal(
                        CommonReason.FEATURE_GATE_DISABLED,
                        "to use spec.decryption.serviceAccountName for decryption authentication please enable the"
                                + " ObjectLevelWorkloadIdentity feature gate in the controller",
                        ""))
                : Optional.empty();
    }

    /** Without the field the object would work on this cluster, so to remove it is no advice. */
    private static Optional<Refusal> unsupported(KustomizationSpec spec) {
        boolean refused = spec.kubeConfig() != null && spec.kubeConfig().configMapRef() != null;
        return refused
                ? Optional.of(new Refusal(
                        KustomizationReason.UNSUPPORTED_FEATURE,
                        "spec.kubeConfig.configMapRef is not supported yet by this version",
                        "leave this object to Flux's kustomize-controller"))
                : Optional.empty();
    }
}
