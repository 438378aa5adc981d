package io.fluxj.kustomize.filter.namespace;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code namespace}, and the transformer of its name. */
class NamespaceTest {
    @Test
    void isGivenToWhatLivesInOne() {
        Sample.of("kustomization.yaml", """
                        namespace: shop
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: old
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: default
                          namespace: old
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRole
                        metadata:
                          name: reader
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: of-an-unknown-kind
                        """).builds("""
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: default
                          namespace: shop
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRole
                        metadata:
                          name: reader
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: of-an-unknown-kind
                          namespace: shop
                        """);
    }

    @Test
    void isGivenToTheDefaultAccountInBindings() {
        Sample.of("kustomization.yaml", """
                        namespace: shop
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: readers
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: ClusterRole
                          name: reader
                        subjects:
                        - kind: ServiceAccount
                          name: default
                          namespace: old
                        - kind: ServiceAccount
                          name: robot
                          namespace: old
                        - kind: User
                          name: ada
                        """).builds("""
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: readers
                          namespace: shop
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: ClusterRole
                          name: reader
                        subjects:
                        - kind: ServiceAccount
                          name: default
                          namespace: shop
                        - kind: ServiceAccount
                          name: robot
                          namespace: old
                        - kind: User
                          name: ada
                        """);
    }

    @Test
    void canBeGivenToThoseAloneThatHaveNone() {
        Sample.of("kustomization.yaml", """
                        resources: [app.yaml]
                        transformers: [namespace.yaml]
                        """, "namespace.yaml", """
                        apiVersion: builtin
                        kind: NamespaceTransformer
                        metadata:
                          name: any
                          namespace: shop
                        unsetOnly: true
                        setRoleBindingSubjects: allServiceAccounts
                        fieldSpecs:
                        - path: metadata/namespace
                          create: true
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: red
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: elsewhere
                          namespace: old
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: readers
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: ClusterRole
                          name: reader
                        subjects:
                        - kind: ServiceAccount
                          name: robot
                        """)
                .builds("""
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: readers
                          namespace: shop
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: ClusterRole
                          name: reader
                        subjects:
                        - kind: ServiceAccount
                          name: robot
                          namespace: shop
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: elsewhere
                          namespace: old
                        ---
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: settings
                          namespace: shop
                        """);
    }
}
