package io.fluxj.kustomization.golden;

import java.util.Map;

/** Scenarios that need what comes later; each is refused in the meantime, which is tested. */
final class OutOfScope {

    static final Map<String, String> SCENARIOS = Map.ofEntries(
            Map.entry("decrypt-bad-key", "spec.decryption"),
            Map.entry("decrypt-no-secret", "spec.decryption"),
            Map.entry("decrypt-ok", "spec.decryption"),
            Map.entry("depends-expr-invalid", "spec.dependsOn[].readyExpr"),
            Map.entry("gates-additive", "spec.dependsOn[].readyExpr"),
            Map.entry("drift-ignore", "spec.ignore"),
            Map.entry("gates-external-artifact", "ExternalArtifact"),
            Map.entry("health-expr-eval-error", "spec.healthCheckExprs"),
            Map.entry("health-expr-invalid", "spec.healthCheckExprs"),
            Map.entry("health-expr-ok", "spec.healthCheckExprs"),
            Map.entry("kubeconfig-missing", "spec.kubeConfig"));

    private OutOfScope() {}
}
