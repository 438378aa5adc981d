package io.fluxj.kustomize.filter.images;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code images}, and the transformer of its name. */
class ImagesTest {
    @Test
    void takeAnotherTag() {
        Sample.of("kustomization.yaml", """
                        images:
                        - name: nginx
                          newTag: "1.27"
                        - name: busybox
                          newTag: "1.36"
                        resources: [pod.yaml]
                        """, "pod.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                        spec:
                          initContainers:
                          - name: init
                            image: busybox
                          containers:
                          - name: web
                            image: registry.example.org:5000/shop/web:1.0
                          - name: pinned
                            image: nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                          - name: other
                            image: nginx-exporter:1.0
                        """).builds("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                        spec:
                          containers:
                          - image: registry.example.org:5000/shop/web:1.0
                            name: web
                          - image: nginx:1.27
                            name: pinned
                          - image: nginx-exporter:1.0
                            name: other
                          initContainers:
                          - image: busybox:1.36
                            name: init
                        """);
    }

    @Test
    void takeAnotherNameAndDigest() {
        Sample.of("kustomization.yaml", """
                        images:
                        - name: registry.example.org:5000/shop/web
                          newName: mirror.example.org/web
                          digest: sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                        - name: busybox
                          newName: mirror.example.org/busybox
                        resources: [pod.yaml]
                        """, "pod.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                        spec:
                          initContainers:
                          - name: init
                            image: busybox
                          containers:
                          - name: web
                            image: registry.example.org:5000/shop/web:1.0
                          - name: pinned
                            image: nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                          - name: other
                            image: nginx-exporter:1.0
                        """).builds("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                        spec:
                          containers:
                          - image: mirror.example.org/web@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                            name: web
                          - image: nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                            name: pinned
                          - image: nginx-exporter:1.0
                            name: other
                          initContainers:
                          - image: mirror.example.org/busybox
                            name: init
                        """);
    }

    @Test
    void takeAnEndOfTheirTag() {
        Sample.of("kustomization.yaml", """
                        images:
                        - name: registry.example.org:5000/shop/web
                          tagSuffix: -alpine
                        resources: [pod.yaml]
                        """, "pod.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                        spec:
                          initContainers:
                          - name: init
                            image: busybox
                          containers:
                          - name: web
                            image: registry.example.org:5000/shop/web:1.0
                          - name: pinned
                            image: nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                          - name: other
                            image: nginx-exporter:1.0
                        """).builds("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                        spec:
                          containers:
                          - image: registry.example.org:5000/shop/web:1.0-alpine-alpine
                            name: web
                          - image: nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                            name: pinned
                          - image: nginx-exporter:1.0
                            name: other
                          initContainers:
                          - image: busybox
                            name: init
                        """);
    }

    @Test
    void areFoundInTheFieldsThatATransformerNames() {
        Sample.of("kustomization.yaml", """
                        resources: [widget.yaml]
                        transformers: [images.yaml]
                        """, "images.yaml", """
                        apiVersion: builtin
                        kind: ImageTagTransformer
                        metadata:
                          name: any
                        imageTag:
                          name: nginx
                          newTag: "1.27"
                        fieldSpecs:
                        - path: spec/runner/image
                          kind: Widget
                        """, "widget.yaml", """
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec:
                          image: nginx:1.0
                          runner:
                            image: nginx:1.0
                        """)
                .builds("""
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec:
                          image: nginx:1.0
                          runner:
                            image: nginx:1.27
                        """);
    }
}
