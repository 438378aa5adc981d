package io.fluxj.kustomize.filter.labels;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code commonLabels}. */
class CommonLabelsTest {
    @Test
    void areAddedWhereverLabelsSelect() {
        Sample.of("kustomization.yaml", """
                        commonLabels: {team: shop}
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
                        apiVersion: policy/v1
                        kind: PodDisruptionBudget
                        metadata:
                          name: web
                        spec:
                          minAvailable: 1
                          selector:
                            matchLabels:
                              app: web
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          name: web
                        spec:
                          podSelector:
                            matchLabels:
                              app: web
                        """).builds("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          labels:
                            team: shop
                          name: web
                        spec:
                          replicas: 1
                          selector:
                            matchLabels:
                              app: web
                              team: shop
                          template:
                            metadata:
                              labels:
                                app: web
                                team: shop
                            spec:
                              containers:
                              - envFrom:
                                - configMapRef:
                                    name: settings
                                image: nginx:1.25
                                name: web
                        ---
                        apiVersion: policy/v1
                        kind: PodDisruptionBudget
                        metadata:
                          labels:
                            team: shop
                          name: web
                        spec:
                          minAvailable: 1
                          selector:
                            matchLabels:
                              app: web
                              team: shop
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          labels:
                            team: shop
                          name: web
                        spec:
                          podSelector:
                            matchLabels:
                              app: web
                              team: shop
                        """);
    }
}
