package io.fluxj.kustomize.build;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code components}. */
class ComponentsTest {
    @Test
    void changeWhatTheyAreAddedTo() {
        Sample.of(
                        "app/kustomization.yaml",
                        """
                        resources: [../base]
                        components: [../blue, ../tls]
                        """,
                        "base/kustomization.yaml",
                        """
                        resources: [app.yaml]
                        configMapGenerator:
                        - name: settings
                          literals: [colour=red]
                        """,
                        "base/app.yaml",
                        """
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
                        """,
                        "blue/kustomization.yaml",
                        """
                        apiVersion: kustomize.config.k8s.io/v1alpha1
                        kind: Component
                        namePrefix: blue-
                        configMapGenerator:
                        - name: settings
                          behavior: merge
                          literals: [colour=blue]
                        """,
                        "tls/kustomization.yaml",
                        """
                        apiVersion: kustomize.config.k8s.io/v1alpha1
                        kind: Component
                        resources: [secret.yaml]
                        patches:
                        - target: {kind: Deployment}
                          patch: |
                            - op: add
                              path: /spec/template/spec/volumes
                              value: [{name: tls, secret: {secretName: tls}}]
                        """,
                        "tls/secret.yaml",
                        """
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: tls
                        """)
                .builds("""
                        apiVersion: v1
                        data:
                          colour: blue
                        kind: ConfigMap
                        metadata:
                          name: blue-settings-6g6gd9868f
                        ---
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: tls
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: blue-web
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
                                    name: blue-settings-6g6gd9868f
                                image: nginx:1.25
                                name: web
                              volumes:
                              - name: tls
                                secret:
                                  secretName: tls
                        """);
    }
}
