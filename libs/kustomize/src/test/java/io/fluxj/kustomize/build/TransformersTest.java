package io.fluxj.kustomize.build;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code transformers}. */
class TransformersTest {
    @Test
    void runAfterTheFieldsInTheirOrder() {
        Sample.of("kustomization.yaml", """
                        namePrefix: a-
                        resources: [app.yaml]
                        transformers: [prefix.yaml, labels.yaml]
                        """, "prefix.yaml", """
                        apiVersion: builtin
                        kind: PrefixSuffixTransformer
                        metadata:
                          name: any
                        prefix: b-
                        suffix: -c
                        fieldSpecs:
                        - path: metadata/name
                        """, "labels.yaml", """
                        apiVersion: builtin
                        kind: LabelTransformer
                        metadata:
                          name: any
                        labels: {team: shop}
                        fieldSpecs:
                        - path: metadata/labels
                          create: true
                        ---
                        apiVersion: builtin
                        kind: AnnotationsTransformer
                        metadata:
                          name: any
                        annotations: {note: changed}
                        fieldSpecs:
                        - path: metadata/annotations
                          create: true
                        ---
                        apiVersion: builtin
                        kind: PatchTransformer
                        metadata:
                          name: any
                        target: {kind: ConfigMap}
                        patch: '[{"op": "replace", "path": "/data/colour", "value": "green"}]'
                        """, "app.yaml", """
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
                          colour: green
                        kind: ConfigMap
                        metadata:
                          annotations:
                            note: changed
                          labels:
                            team: shop
                          name: b-a-settings-c
                        """);
    }
}
