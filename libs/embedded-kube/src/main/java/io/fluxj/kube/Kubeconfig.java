package io.fluxj.kube;

import io.fluxj.kube.tls.Authority;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text by which clients find the server and prove who they are. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String text(String url, String authority, String user, Authority.Credential credential) {
        return """
            apiVersion: v1
            kind: Config
            clusters:
            - name: embedded
              cluster:
                server: %s
                certificate-authority-data: %s
            users:
            - name: %s
              user:
                client-certificate-data: %s
                client-key-data: %s
            contexts:
            - name: embedded
              context:
                cluster: embedded
                user: %s
            current-context: embedded
            """.formatted(
                        url,
                        encoded(authority),
                        quoted(user),
                        encoded(credential.certificatePem()),
                        encoded(credential.keyPem()),
                        quoted(user));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
