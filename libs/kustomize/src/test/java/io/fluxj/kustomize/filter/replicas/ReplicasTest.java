package io.fluxj.kustomize.filter.replicas;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code replicas}. */
class ReplicasTest {
    @Test
    void setHowManyAWorkloadHas() {
        Sample.of("kustomization.yaml", """
                        replicas:
                        - name: web
                          count: 5
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          replicas: 1
                        ---
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata:
                          name: web
                        spec: {}
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: other
                        spec:
                          replicas: 1
                        ---
                        apiVersion: apps/v1
                        kind: DaemonSet
                        metadata:
                          name: web
                        spec: {}
                        """).builds("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: other
                        spec:
                          replicas: 1
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          replicas: 5
                        ---
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata:
                          name: web
                        spec:
                          replicas: 5
                        ---
                        apiVersion: apps/v1
                        kind: DaemonSet
                        metadata:
                          name: web
                        spec: {}
                        """);
    }

    @Test
    void findAWorkloadByTheNameThatItHadInTheBase() {
        Sample.of("app/kustomization.yaml", """
                        namePrefix: shop-
                        replicas:
                        - name: web
                          count: 5
                        resources: [../base]
                        """, "base/kustomization.yaml", """
                        resources: [app.yaml]
                        """, "base/app.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          replicas: 1
                        """)
                .builds("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: shop-web
                        spec:
                          replicas: 5
                        """);
    }
}
