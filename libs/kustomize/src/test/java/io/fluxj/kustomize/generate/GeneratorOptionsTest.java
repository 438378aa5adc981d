package io.fluxj.kustomize.generate;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code generatorOptions}, and {@code options} of a generator. */
class GeneratorOptionsTest {
    @Test
    void areForAllAndForOne() {
        Sample.of("kustomization.yaml", """
                        generatorOptions:
                          disableNameSuffixHash: true
                          labels: {team: shop}
                          annotations: {note: generated}
                        configMapGenerator:
                        - name: common
                          literals: [a=b]
                        - name: own
                          literals: [a=b]
                          options:
                            immutable: true
                            labels: {tier: front}
                        secretGenerator:
                        - name: common
                          literals: [a=b]
                        """).builds("""
                        apiVersion: v1
                        data:
                          a: b
                        kind: ConfigMap
                        metadata:
                          annotations:
                            note: generated
                          labels:
                            team: shop
                          name: common
                        ---
                        apiVersion: v1
                        data:
                          a: b
                        immutable: true
                        kind: ConfigMap
                        metadata:
                          annotations:
                            note: generated
                          labels:
                            team: shop
                            tier: front
                          name: own
                        ---
                        apiVersion: v1
                        data:
                          a: Yg==
                        kind: Secret
                        metadata:
                          annotations:
                            note: generated
                          labels:
                            team: shop
                          name: common
                        type: Opaque
                        """);
    }
}
