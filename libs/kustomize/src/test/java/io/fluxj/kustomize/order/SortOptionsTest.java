package io.fluxj.kustomize.order;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code sortOptions}. */
class SortOptionsTest {
    @Test
    void keepsTheOrderOfTheFiles() {
        Sample.of("kustomization.yaml", """
                        sortOptions: {order: fifo}
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: b
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        ---
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: ValidatingWebhookConfiguration
                        metadata:
                          name: hook
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: a
                        """).builds("""
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: b
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        ---
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: ValidatingWebhookConfiguration
                        metadata:
                          name: hook
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: a
                        """);
    }

    @Test
    void putsFirstWhatOthersNeed() {
        Sample.of("kustomization.yaml", """
                        sortOptions: {order: legacy}
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: b
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        ---
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: ValidatingWebhookConfiguration
                        metadata:
                          name: hook
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: a
                        """).builds("""
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: a
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: b
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        ---
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: ValidatingWebhookConfiguration
                        metadata:
                          name: hook
                        """);
    }

    @Test
    void putsFirstAndLastWhatIsAskedFor() {
        Sample.of("kustomization.yaml", """
                        sortOptions:
                          order: legacy
                          legacySortOptions:
                            orderFirst: [Widget]
                            orderLast: [Namespace]
                        resources: [app.yaml]
                        """, "app.yaml", """
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: b
                        ---
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        ---
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: ValidatingWebhookConfiguration
                        metadata:
                          name: hook
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: a
                        """).builds("""
                        apiVersion: example.org/v1
                        kind: Widget
                        metadata:
                          name: a
                        ---
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: ValidatingWebhookConfiguration
                        metadata:
                          name: hook
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: b
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: a
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: shop
                        """);
    }
}
