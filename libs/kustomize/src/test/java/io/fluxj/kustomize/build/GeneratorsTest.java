package io.fluxj.kustomize.build;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code generators}. */
class GeneratorsTest {
    @Test
    void makeObjectsAsTheirConfigurationSays() {
        Sample.of("kustomization.yaml", """
                        namePrefix: shop-
                        generators: [generators.yaml]
                        """, "generators.yaml", """
                        apiVersion: builtin
                        kind: ConfigMapGenerator
                        metadata:
                          name: settings
                        literals: [colour=red]
                        ---
                        apiVersion: builtin
                        kind: SecretGenerator
                        metadata:
                          name: password
                        literals: [password=secret]
                        options:
                          disableNameSuffixHash: true
                        ---
                        apiVersion: builtin
                        kind: IAMPolicyGenerator
                        metadata:
                          name: account
                        cloud: gke
                        kubernetesService:
                          namespace: shop
                          name: robot
                        serviceAccount:
                          name: robot
                          projectId: project
                        """).builds("""
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          annotations:
                            iam.gke.io/gcp-service-account: robot@project.iam.gserviceaccount.com
                          name: shop-robot
                          namespace: shop
                        ---
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: shop-settings-5k9ch927gb
                        ---
                        apiVersion: v1
                        data:
                          password: c2VjcmV0
                        kind: Secret
                        metadata:
                          name: shop-password
                        type: Opaque
                        """);
    }
}
