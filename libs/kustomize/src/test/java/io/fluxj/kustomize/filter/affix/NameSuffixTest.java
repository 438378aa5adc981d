package io.fluxj.kustomize.filter.affix;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code nameSuffix}. */
class NameSuffixTest {
    @Test
    void followsNamesAndWhatRefersToThem() {
        Sample.of("kustomization.yaml", """
                        nameSuffix: -v2
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
                          name: settings-v2
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web-v2
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
                                    name: settings-v2
                                image: nginx:1.25
                                name: web
                        """);
    }

    @Test
    void addsUpFromBaseToOverlay() {
        Sample.of("app/kustomization.yaml", """
                        namePrefix: shop-
                        nameSuffix: -eu
                        resources: [../base]
                        """, "base/kustomization.yaml", """
                        nameSuffix: -v2
                        resources: [app.yaml]
                        """, "base/app.yaml", """
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
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: shop-settings-v2-eu
                        """);
    }
}
