package io.fluxj.kustomize.generate;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code configMapGenerator}. */
class ConfigMapGeneratorTest {
    @Test
    void takesLiteralsFilesAndEnvironments() {
        Sample.of("kustomization.yaml", """
                        configMapGenerator:
                        - name: settings
                          namespace: shop
                          literals:
                          - colour=red
                          - quoted='a "b"'
                          files:
                          - index.html
                          - page.html=index.html
                          envs: [app.env]
                        """, "index.html", """
                        <p>
                          hello
                        </p>
                        """, "app.env", """
                        # comment
                        SHAPE=round

                        SIZE=4
                        """).builds("""
                        apiVersion: v1
                        data:
                          SHAPE: round
                          SIZE: "4"
                          colour: red
                          index.html: |
                            <p>
                              hello
                            </p>
                          page.html: |
                            <p>
                              hello
                            </p>
                          quoted: a "b"
                        kind: ConfigMap
                        metadata:
                          name: settings-h5h9m98dd6
                          namespace: shop
                        """);
    }

    @Test
    void mergesIntoAndReplacesThoseOfTheBase() {
        Sample.of("app/kustomization.yaml", """
                        resources: [../base]
                        configMapGenerator:
                        - name: merged
                          behavior: merge
                          literals: [colour=green, shape=round]
                        - name: replaced
                          behavior: replace
                          literals: [shape=round]
                        """, "base/kustomization.yaml", """
                        configMapGenerator:
                        - name: merged
                          literals: [colour=red, size=4]
                        - name: replaced
                          literals: [colour=red, size=4]
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: green
                          shape: round
                          size: "4"
                        kind: ConfigMap
                        metadata:
                          name: merged-hk75fgh4bh
                        ---
                        apiVersion: v1
                        data:
                          shape: round
                        kind: ConfigMap
                        metadata:
                          name: replaced-fd726tdggh
                        """);
    }
}
