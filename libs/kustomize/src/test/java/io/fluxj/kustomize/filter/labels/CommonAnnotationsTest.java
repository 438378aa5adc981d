package io.fluxj.kustomize.filter.labels;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code commonAnnotations}. */
class CommonAnnotationsTest {
    @Test
    void areAddedToObjectsAndTheirTemplates() {
        Sample.of("kustomization.yaml", """
                        commonAnnotations:
                          owner: "shop"
                          tier: "1"
                        resources: [app.yaml]
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
                          annotations:
                            owner: shop
                            tier: "1"
                          name: settings
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          annotations:
                            owner: shop
                            tier: "1"
                          name: web
                        spec:
                          replicas: 1
                          selector:
                            matchLabels:
                              app: web
                          template:
                            metadata:
                              annotations:
                                owner: shop
                                tier: "1"
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
}
