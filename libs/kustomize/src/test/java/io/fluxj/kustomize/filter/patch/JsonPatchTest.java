package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** JSON patches, in the fields {@code patches} and {@code patchesJson6902}. */
class JsonPatchTest {
    @Test
    void doesItsOperationsInTheirOrder() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patches:
                        - target: {kind: Deployment, name: web}
                          patch: |
                            - op: test
                              path: /spec/template/spec/containers/1/name
                              value: sidecar
                            - op: replace
                              path: /spec/template/spec/containers/0/image
                              value: nginx:1.27
                            - op: add
                              path: /spec/template/spec/containers/0/args/-
                              value: c
                            - op: add
                              path: /metadata/annotations
                              value: {}
                            - op: add
                              path: /metadata/annotations/example.org~1owner
                              value: shop
                            - op: copy
                              from: /spec/template/spec/containers/0/image
                              path: /metadata/annotations/image
                            - op: move
                              from: /spec/template/spec/containers/1
                              path: /spec/template/spec/containers/0
                            - op: remove
                              path: /spec/template/spec/containers/1/env
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
                          annotations:
                            example.org/owner: shop
                            image: nginx:1.27
                          name: web
                        spec:
                          template:
                            spec:
                              containers:
                              - image: envoy:1.0
                                name: sidecar
                              - args:
                                - a
                                - b
                                - c
                                image: nginx:1.27
                                name: web
                        """);
    }

    @Test
    void isReadFromFilesOfJsonAsWell() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patchesJson6902:
                        - target: {version: v1, kind: ConfigMap, name: settings}
                          path: patch.json
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: red
                        """, "patch.json", """
                        [{"op": "add", "path": "/data/shape", "value": "round"}, {"op": "remove", "path": "/data/colour"}]
                        """).builds("""
                        apiVersion: v1
                        data:
                          shape: round
                        kind: ConfigMap
                        metadata:
                          name: settings
                        """);
    }

    @Test
    void goesToAllWhoseNamesMatch() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patches:
                        - target: {kind: ConfigMap, name: "front-.*"}
                          patch: '[{"op": "add", "path": "/data", "value": {"colour": "green"}}]'
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: front-a
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: back-front-b
                        """).builds("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: back-front-b
                        ---
                        apiVersion: v1
                        data:
                          colour: green
                        kind: ConfigMap
                        metadata:
                          name: front-a
                        """);
    }
}
