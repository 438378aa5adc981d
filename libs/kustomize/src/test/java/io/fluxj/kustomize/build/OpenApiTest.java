package io.fluxj.kustomize.build;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code openapi}. */
class OpenApiTest {
    @Test
    void givesCustomResourcesTheirMergeKeys() {
        Sample.of("kustomization.yaml", """
                        resources: [widget.yaml]
                        openapi: {path: schema.json}
                        patches:
                        - patch: |
                            apiVersion: example.org/v1
                            kind: Widget
                            metadata:
                              name: a
                            spec:
                              parts:
                              - name: wheel
                                size: 2
                        """, "schema.json", """
                        {"definitions": {"org.example.v1.Widget": {
                          "properties": {"spec": {"properties": {"parts": {
                            "items": {"type": "object"}, "type": "array",
                            "x-kubernetes-patch-merge-key": "name", "x-kubernetes-patch-strategy": "merge"}}}},
                          "x-kubernetes-group-version-kind": [{"group": "example.org", "kind": "Widget", "version": "v1"}]}}}
                        """, "widget.yaml", """
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec:
                          parts:
                          - name: wheel
                            size: 1
                          - name: bell
                            size: 1
                        """)
                .builds("""
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec:
                          parts:
                          - name: wheel
                            size: 2
                          - name: bell
                            size: 1
                        """);
    }
}
