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

    private static final String KUBE_CONFIG = "spec.kubeConfig.configMapRef";

    private final boolean objectLevelIdentity;

    UnsupportedFields(KustomizeOptions options) {
        this.objectLevelIdentity = options.enabled(Gate.OBJECT_LEVEL_WORKLOAD_IDENTITY);
    }

    Optional<Refusal> of(KustomizationSpec spec) {
        return identity(spec.decryption()).or(() -> unsupported(spec).map(UnsupportedFields::refusal));
    }

    /** Without {@code spec.kubeConfig.configMapRef} the object would work on this cluster, so to remove it is no advice. */
    private static Refusal refusal(String field) {
        String others = "leave this object to Flux's kustomize-controller";
        return new Refusal(
                KustomizationReason.UNSUPPORTED_FEATURE,
                field + " is not supported yet by this version",
                field.equals(KUBE_CONFIG) ? others : "remove it, or " + others);
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

    private static Optional<String> unsupported(KustomizationSpec spec) {
        if (spec.kubeConfig() != null && spec.kubeConfig().configMapRef() != null) {
            return Optional.of(KUBE_CONFIG);
        }
        return spec.ignore().isEmpty() ? Optional.empty() : Optional.of("spec.ignore");
    }
}
