package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** Strategic merge patches, in the field {@code patches}. */
class StrategicMergePatchTest {
    @Test
    void mergesListsByTheirKeys() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patches:
                        - path: patch.yaml
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
                        """, "patch.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          template:
                            spec:
                              containers:
                              - name: web
                                args: [c]
                                env:
                                - name: COLOUR
                                  value: green
                                - name: SHAPE
                                  value: round
                              - name: third
                                image: busybox
                        """).builds("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          template:
                            spec:
                              containers:
                              - args:
                                - c
                                env:
                                - name: COLOUR
                                  value: green
                                - name: SHAPE
                                  value: round
                                image: nginx:1.25
                                name: web
                              - image: busybox
                                name: third
                              - image: envoy:1.0
                                name: sidecar
                        """);
    }

    @Test
    void removesWhatIsNull() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patches:
                        - patch: |
                            apiVersion: apps/v1
                            kind: Deployment
                            metadata:
                              name: web
                            spec:
                              template:
                                spec:
                                  containers:
                                  - name: web
                                    args: null
                                    env: null
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
                        """).builds("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          template:
                            spec:
                              containers:
                              - image: nginx:1.25
                                name: web
                              - image: envoy:1.0
                                name: sidecar
                        """);
    }

    @Test
    void deletesAndReplacesAsDirectivesSay() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patches:
                        - patch: |
                            apiVersion: apps/v1
                            kind: Deployment
                            metadata:
                              name: web
                            spec:
                              template:
                                spec:
                                  containers:
                                  - name: sidecar
                                    $patch: delete
                                  - name: web
                                    env:
                                    - $patch: replace
                                    - name: SHAPE
                                      value: round
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
                        """).builds("""
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
                                - name: SHAPE
                                  value: round
                                image: nginx:1.25
                                name: web
                        """);
    }

    @Test
    void deletesWholeObjects() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patches:
                        - patch: |
                            $patch: delete
                            apiVersion: v1
                            kind: ConfigMap
                            metadata:
                              name: settings
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
                              - envFrom:
                                - configMapRef:
                                    name: settings
                                image: nginx:1.25
                                name: web
                        """);
    }

    @Test
    void goesToAllThatItsTargetSelects() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patches:
                        - target:
                            kind: ConfigMap
                            labelSelector: tier in (front)
                          patch: |
                            apiVersion: v1
                            kind: ConfigMap
                            metadata:
                              name: any
                            data:
                              colour: green
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: a
                          labels: {tier: front}
                        data: {colour: red}
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: b
                          labels: {tier: front}
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: c
                          labels: {tier: back}
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: green
                        kind: ConfigMap
                        metadata:
                          labels:
                            tier: front
                          name: a
                        ---
                        apiVersion: v1
                        data:
                          colour: green
                        kind: ConfigMap
                        metadata:
                          labels:
                            tier: front
                          name: b
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          labels:
                            tier: back
                          name: c
                        """);
    }
}
