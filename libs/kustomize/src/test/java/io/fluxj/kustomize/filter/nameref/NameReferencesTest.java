package io.fluxj.kustomize.filter.nameref;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** What refers to an object by its name follows it to its new one. */
class NameReferencesTest {
    @Test
    void followInWorkloadsRolesAndAutoscalers() {
        Sample.of("kustomization.yaml", """
                        nameSuffix: -v2
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: robot
                        ---
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: password
                        ---
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata:
                          name: db
                        spec:
                          serviceName: db
                          template:
                            spec:
                              serviceAccountName: robot
                              volumes:
                              - name: password
                                secret:
                                  secretName: password
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: db
                        ---
                        apiVersion: autoscaling/v2
                        kind: HorizontalPodAutoscaler
                        metadata:
                          name: db
                        spec:
                          scaleTargetRef:
                            apiVersion: apps/v1
                            kind: StatefulSet
                            name: db
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: robots
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: Role
                          name: writer
                        subjects:
                        - kind: ServiceAccount
                          name: robot
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata:
                          name: writer
                        rules:
                        - apiGroups: [""]
                          resources: [secrets]
                          resourceNames: [password, of-somebody-else]
                          verbs: [get]
                        """).builds("""
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: robot-v2
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata:
                          name: writer-v2
                        rules:
                        - apiGroups:
                          - ""
                          resourceNames:
                          - password-v2
                          - of-somebody-else
                          resources:
                          - secrets
                          verbs:
                          - get
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: robots-v2
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: Role
                          name: writer-v2
                        subjects:
                        - kind: ServiceAccount
                          name: robot-v2
                        ---
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: password-v2
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: db-v2
                        ---
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata:
                          name: db-v2
                        spec:
                          serviceName: db-v2
                          template:
                            spec:
                              serviceAccountName: robot-v2
                              volumes:
                              - name: password
                                secret:
                                  secretName: password-v2
                        ---
                        apiVersion: autoscaling/v2
                        kind: HorizontalPodAutoscaler
                        metadata:
                          name: db-v2
                        spec:
                          scaleTargetRef:
                            apiVersion: apps/v1
                            kind: StatefulSet
                            name: db-v2
                        """);
    }

    @Test
    void followInTheFieldsThatConfigurationsAdd() {
        Sample.of("kustomization.yaml", """
                        namePrefix: shop-
                        resources: [app.yaml]
                        configurations: [references.yaml]
                        """, "references.yaml", """
                        nameReference:
                        - kind: ConfigMap
                          version: v1
                          fieldSpecs:
                          - path: spec/settings/name
                            kind: Widget
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: red
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        spec:
                          settings:
                            name: settings
                        """)
                .builds("""
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: shop-settings
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: shop-a
                        spec:
                          settings:
                            name: shop-settings
                        """);
    }
}
