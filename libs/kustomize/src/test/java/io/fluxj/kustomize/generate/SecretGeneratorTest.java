package io.fluxj.kustomize.generate;

import io.fluxj.kustomize.Sample;
import org.junit.jupiter.api.Test;

/** The field {@code secretGenerator}. */
class SecretGeneratorTest {
    @Test
    void encodesWhatItTakes() {
        Sample.of("kustomization.yaml", """
                        secretGenerator:
                        - name: password
                          literals: [password=secret]
                        - name: tls
                          type: kubernetes.io/tls
                          files: [tls.crt, tls.key]
                        - name: env
                          envs: [app.env]
                        """, "tls.crt", """
                        certificate
                        """, "tls.key", """
                        key
                        """, "app.env", """
                        TOKEN=abc
                        """)
                .builds("""
                        apiVersion: v1
                        data:
                          TOKEN: YWJj
                        kind: Secret
                        metadata:
                          name: env-86h6cc7m29
                        type: Opaque
                        ---
                        apiVersion: v1
                        data:
                          password: c2VjcmV0
                        kind: Secret
                        metadata:
                          name: password-m4d885dchh
                        type: Opaque
                        ---
                        apiVersion: v1
                        data:
                          tls.crt: Y2VydGlmaWNhdGUK
                          tls.key: a2V5Cg==
                        kind: Secret
                        metadata:
                          name: tls-mdtb5bd474
                        type: kubernetes.io/tls
                        """);
    }

    @Test
    void mergesIntoTheOneOfTheBase() {
        Sample.of("app/kustomization.yaml", """
                        resources: [../base]
                        secretGenerator:
                        - name: password
                          behavior: merge
                          literals: [user=ada]
                        """, "base/kustomization.yaml", """
                        secretGenerator:
                        - name: password
                          literals: [password=secret]
                        """).builds("""
                        apiVersion: v1
                        data:
                          password: c2VjcmV0
                          user: YWRh
                        kind: Secret
                        metadata:
                          name: password-5f76kcm4mt
                        type: Opaque
                        """);
    }
}
