package io.fluxj.kustomize.filter.labels;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code labels}. */
class LabelsTest {
    @Test
    void areAddedToMetadataAlone() {
        Sample.of("kustomization.yaml", """
                        labels:
                        - pairs:
                            team: shop
                            app: shop
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
                        """).builds("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          labels:
                            app: shop
                            team: shop
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
    void areAddedToTemplatesWhenToldSo() {
        Sample.of("kustomization.yaml", """
                        labels:
                        - pairs: {team: shop}
                          includeTemplates: true
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
                        """);
    }

    @Test
    void areAddedToSelectorsWhenToldSo() {
        Sample.of("kustomization.yaml", """
                        labels:
                        - pairs: {team: shop}
                          includeSelectors: true
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
                        kind: Service
                        metadata:
                          name: web
                        spec:
                          selector:
                            app: web
                        """).builds("""
                        apiVersion: v1
                        kind: Service
                        metadata:
                          labels:
                            team: shop
                          name: web
                        spec:
                          selector:
                            app: web
                            team: shop
                        ---
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
                        """);
    }

    @Test
    void areAddedToFieldsOfOnesOwn() {
        Sample.of("kustomization.yaml", """
                        labels:
                        - pairs: {team: shop}
                          fields:
                          - path: spec/labels
                            kind: Widget
                            create: true
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec: {}
                        """).builds("""
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          labels:
                            team: shop
                          name: a
                        spec:
                          labels:
                            team: shop
                        """);
    }
}
