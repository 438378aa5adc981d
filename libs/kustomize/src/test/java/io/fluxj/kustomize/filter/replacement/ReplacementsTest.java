package io.fluxj.kustomize.filter.replacement;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code replacements}. */
class ReplacementsTest {
    @Test
    void carryAValueFromOneObjectToOthers() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        replacements:
                        - source:
                            kind: ConfigMap
                            name: settings
                            fieldPath: data.colour
                          targets:
                          - select: {kind: Deployment}
                            fieldPaths:
                            - metadata.annotations.colour
                            - spec.template.spec.containers.[name=web].env.[name=COLOUR].value
                            options: {create: true}
                        """, "app.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          replicas: 1
                          selector:
                            matchLabels:
                              app: web
                          template:
                            metadata:
                              labels:
                                app: web
                            spec:
                              containers:
                              - name: web
                                image: nginx:1.25
                                envFrom:
                                - configMapRef:
                                    name: settings
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: red
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: settings
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          annotations:
                            colour: red
                          name: web
                        spec:
                          replicas: 1
                          selector:
                            matchLabels:
                              app: web
                          template:
                            metadata:
                              labels:
                                app: web
                            spec:
                              containers:
                              - env:
                                - name: COLOUR
                                  value: red
                                envFrom:
                                - configMapRef:
                                    name: settings
                                image: nginx:1.25
                                name: web
                        """);
    }

    @Test
    void replaceAPartOfAValue() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        replacements:
                        - source: {kind: ConfigMap, name: settings, fieldPath: data.tag}
                          targets:
                          - select: {kind: Deployment}
                            fieldPaths: [spec.template.spec.containers.*.image]
                            options: {delimiter: ":", index: 1}
                        """, "app.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          template:
                            spec:
                              containers:
                              - name: web
                                image: nginx:1.25
                                args: [a, b]
                                env:
                                - name: COLOUR
                                  value: red
                              - name: sidecar
                                image: envoy:1.0
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          tag: "1.27"
                        """).builds("""
                        apiVersion: v1
                        data:
                          tag: "1.27"
                        kind: ConfigMap
                        metadata:
                          name: settings
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          template:
                            spec:
                              containers:
                              - args:
                                - a
                                - b
                                env:
                                - name: COLOUR
                                  value: red
                                image: nginx:1.27
                                name: web
                              - image: envoy:1.27
                                name: sidecar
                        """);
    }

    @Test
    void leaveOutWhatIsRejected() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        replacements:
                        - path: colour.yaml
                        """, "colour.yaml", """
                        source: {kind: ConfigMap, name: settings, fieldPath: data.colour}
                        targets:
                        - select: {kind: Widget}
                          reject:
                          - name: plain
                          fieldPaths: [spec.colour]
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
                          name: bright
                        spec:
                          colour: none
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: plain
                        spec:
                          colour: none
                        """)
                .builds("""
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
                          name: bright
                        spec:
                          colour: red
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: plain
                        spec:
                          colour: none
                        """);
    }

    @Test
    void seeNamesAsTheyAreByThen() {
        Sample.of("kustomization.yaml", """
                        namePrefix: shop-
                        resources: [app.yaml]
                        replacements:
                        - source: {kind: ConfigMap, name: settings}
                          targets:
                          - select: {kind: Widget}
                            fieldPaths: [spec.settings]
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
                          settings: none
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: shop-settings
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: shop-a
                        spec:
                          settings: shop-settings
                        """);
    }
}
