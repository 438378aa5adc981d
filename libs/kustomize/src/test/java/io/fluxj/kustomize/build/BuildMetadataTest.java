package io.fluxj.kustomize.build;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code buildMetadata}. */
class BuildMetadataTest {
    @Test
    void marksOriginsTransformationsAndTheManager() {
        Sample.of("app/kustomization.yaml", """
                        buildMetadata: [originAnnotations, transformerAnnotations, managedByLabel]
                        namePrefix: shop-
                        resources: [../base]
                        configMapGenerator:
                        - name: made
                          literals: [a=b]
                        """, "base/kustomization.yaml", """
                        resources: [app.yaml]
                        """, "base/app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: red
                        """)
                .builds("""
                        apiVersion: v1
                        data:
                          a: b
                        kind: ConfigMap
                        metadata:
                          annotations:
                            alpha.config.kubernetes.io/transformations: |
                              - configuredIn: kustomization.yaml
                                configuredBy:
                                  apiVersion: builtin
                                  kind: PrefixTransformer
                            config.kubernetes.io/origin: |
                              configuredIn: kustomization.yaml
                              configuredBy:
                                apiVersion: builtin
                                kind: ConfigMapGenerator
                          labels:
                            app.kubernetes.io/managed-by: kustomize-v5.8.1
                          name: shop-made-4h2mbtbbt6
                        ---
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          annotations:
                            alpha.config.kubernetes.io/transformations: |
                              - configuredIn: kustomization.yaml
                                configuredBy:
                                  apiVersion: builtin
                                  kind: PrefixTransformer
                            config.kubernetes.io/origin: |
                              path: ../base/app.yaml
                          labels:
                            app.kubernetes.io/managed-by: kustomize-v5.8.1
                          name: shop-settings
                        """);
    }
}
