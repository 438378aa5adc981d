package io.fluxj.kustomize.filter.affix;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code namePrefix}, and the transformer of its name. */
class NamePrefixTest {
    @Test
    void precedesNamesAndWhatRefersToThem() {
        Sample.of("kustomization.yaml", """
                        namePrefix: blue-
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
                          name: blue-settings
                        ---
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: blue-web
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
                                    name: blue-settings
                                image: nginx:1.25
                                name: web
                        """);
    }

    @Test
    void leavesOutWhatIsNamedByWhatItHolds() {
        Sample.of("kustomization.yaml", """
                        namePrefix: blue-
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        ---
                        apiVersion: apiextensions.k8s.io/v1
                        kind: CustomResourceDefinition
                        metadata:
                          name: widgets.example.org
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRole
                        metadata:
                          name: reader
                        """).builds("""
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        ---
                        apiVersion: apiextensions.k8s.io/v1
                        kind: CustomResourceDefinition
                        metadata:
                          name: widgets.example.org
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRole
                        metadata:
                          name: blue-reader
                        """);
    }

    @Test
    void isPutIntoTheFieldsThatATransformerNames() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        transformers: [prefix.yaml]
                        """, "prefix.yaml", """
                        apiVersion: builtin
                        kind: PrefixTransformer
                        metadata:
                          name: any
                        prefix: blue-
                        fieldSpecs:
                        - path: data/colour
                          kind: ConfigMap
                        """, "app.yaml", """
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
                          colour: blue-red
                        kind: ConfigMap
                        metadata:
                          name: settings
                        """);
    }
}
