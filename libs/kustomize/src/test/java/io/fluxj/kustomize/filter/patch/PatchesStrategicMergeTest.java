package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code patchesStrategicMerge}. */
class PatchesStrategicMergeTest {
    @Test
    void takesFilesAndTexts() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        patchesStrategicMerge:
                        - patch.yaml
                        - |
                          apiVersion: v1
                          kind: ConfigMap
                          metadata:
                            name: settings
                          data:
                            shape: round
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: red
                        """, "patch.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: green
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: green
                          shape: round
                        kind: ConfigMap
                        metadata:
                          name: settings
                        """);
    }
}
