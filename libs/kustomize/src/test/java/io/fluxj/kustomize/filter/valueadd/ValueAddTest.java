package io.fluxj.kustomize.filter.valueadd;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The transformer {@code ValueAddTransformer}. */
class ValueAddTest {
    @Test
    void putsItsValueIntoTheFieldsOfItsTargets() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        transformers: [value.yaml]
                        """, "value.yaml", """
                        apiVersion: builtin
                        kind: ValueAddTransformer
                        metadata:
                          name: any
                        value: shop
                        targets:
                        - selector:
                            kind: Widget
                          fieldPath: spec/namespace
                        - selector:
                            kind: Widget
                          fieldPath: spec/path
                          filePathPosition: 2
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: red
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec:
                          namespace: none
                          path: /srv/data
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: settings
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec:
                          namespace: shop
                          path: /srv/shop/data
                        """);
    }
}
