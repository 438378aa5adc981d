package io.fluxj.kustomize.filter.hash;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The hash of its content at the end of a generated object's name. */
class NameHashTest {
    @Test
    void isPartOfTheNameAndOfWhatRefersToIt() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        configMapGenerator:
                        - name: settings
                          literals: [colour=red]
                        secretGenerator:
                        - name: password
                          literals: [password=secret]
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
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: settings-5k9ch927gb
                        ---
                        apiVersion: v1
                        data:
                          password: c2VjcmV0
                        kind: Secret
                        metadata:
                          name: password-m4d885dchh
                        type: Opaque
                        ---
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
                                    name: settings-5k9ch927gb
                                image: nginx:1.25
                                name: web
                        """);
    }

    @Test
    void isAskedForByAnAnnotation() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                          annotations:
                            kustomize.config.k8s.io/needs-hash: "true"
                        data:
                          colour: red
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          annotations:
                            kustomize.config.k8s.io/needs-hash: "true"
                          name: settings
                        """);
    }

    @Test
    void isOfTheContentAfterAllChanges() {
        Sample.of("app/kustomization.yaml", """
                        resources: [../base]
                        patches:
                        - patch: |
                            apiVersion: v1
                            kind: ConfigMap
                            metadata:
                              name: settings
                            data:
                              colour: green
                        """, "base/kustomization.yaml", """
                        configMapGenerator:
                        - name: settings
                          literals: [colour=red]
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: green
                        kind: ConfigMap
                        metadata:
                          name: settings-f2fg2f8dc4
                        """);
    }
}
