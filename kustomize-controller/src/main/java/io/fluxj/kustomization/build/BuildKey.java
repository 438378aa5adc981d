package io.fluxj.kustomization.build;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.SourceReference;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.apply.memory.Hash;
import io.fluxj.manifest.BuildRequest;
import java.util.List;
import java.util.Map;

/**
 * Equal for requests that give the same manifests from the same files.
 *
 * @param directory that the spec's path means, however it is written
 * @param spec without the fields that are known not to count; all others count, also those that only a later version knows
 * @param variables stands for them, so that no value is kept
 */
record BuildKey(Map<String, String> ownerLabels, String directory, KustomizationSpec spec, Hash variables) {

    private static final SourceReference NO_SOURCE = SourceReference.builder().build();
    private static final GoDuration NO_TIME = new GoDuration("0s");

    static BuildKey of(BuildRequest request, VariableHashes hashes) {
        return new BuildKey(
                request.ownerLabels(), request.directory(), counting(request.spec()), hashes.of(request.variables()));
    }

    private static KustomizationSpec counting(KustomizationSpec spec) {
        return spec.with(fields -> fields.sourceRef(NO_SOURCE)
                .sourceRefs(List.of())
                .path(null)
                .interval(NO_TIME)
                .retryInterval(null)
                .timeout(null)
                .prune(false)
                .deletionPolicy(null)
                .suspend(null)
                .force(null)
                .dependsOn(List.of())
                .waitUntilHealthy(null)
                .healthChecks(List.of())
                .healthCheckExprs(List.of())
                .ignore(List.of())
                .serviceAccountName(null)
                .kubeConfig(null));
    }
}
