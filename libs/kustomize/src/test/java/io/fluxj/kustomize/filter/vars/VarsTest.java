package io.fluxj.kustomize.filter.vars;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code vars}. */
class VarsTest {
    @Test
    void areReplacedInCommandsAndEnvironments() {
        Sample.of("kustomization.yaml", """
                        namePrefix: shop-
                        resources: [app.yaml]
                        vars:
                        - name: SERVICE
                          objref: {apiVersion: v1, kind: Service, name: web}
                        - name: COLOUR
                          objref: {apiVersion: v1, kind: ConfigMap, name: settings}
                          fieldref: {fieldpath: data.colour}
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: web
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: settings
                        data:
                          colour: red
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: client
                          annotations:
                            note: $(SERVICE)
                        spec:
                          containers:
                          - name: client
                            image: curl
                            args: ["http://$(SERVICE)", "$$(SERVICE)", $(UNKNOWN)]
                            env:
                            - name: COLOUR
                              value: very $(COLOUR)
                        """).builds("""
                        apiVersion: v1
                        data:
                          colour: red
                        kind: ConfigMap
                        metadata:
                          name: shop-settings
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: shop-web
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          annotations:
                            note: shop-web
                          name: shop-client
                        spec:
                          containers:
                          - args:
                            - http://shop-web
                            - $(SERVICE)
                            - $(UNKNOWN)
                            env:
                            - name: COLOUR
                              value: very red
                            image: curl
                            name: client
                        """);
    }
}
