package io.fluxj.kustomize.build;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code configurations}. */
class ConfigurationsTest {
    @Test
    void addFieldsToTransformers() {
        Sample.of("kustomization.yaml", """
                        namePrefix: shop-
                        commonLabels: {team: shop}
                        images:
                        - name: nginx
                          newTag: "1.27"
                        replicas:
                        - name: a
                          count: 3
                        resources: [widget.yaml]
                        configurations: [widget-fields.yaml]
                        """, "widget-fields.yaml", """
                        namePrefix:
                        - path: metadata/name
                        - path: spec/displayName
                          kind: Widget
                        commonLabels:
                        - path: spec/podLabels
                          kind: Widget
                          create: true
                        images:
                        - path: spec/runner
                          kind: Widget
                        replicas:
                        - path: spec/size
                          kind: Widget
                        """, "widget.yaml", """
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec:
                          displayName: a
                          runner: nginx:1.25
                          size: 1
                        """)
                .builds("""
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          labels:
                            team: shop
                          name: shop-a
                        spec:
                          displayName: shop-a
                          podLabels:
                            team: shop
                          runner: nginx:1.27
                          size: 3
                        """);
    }
}
