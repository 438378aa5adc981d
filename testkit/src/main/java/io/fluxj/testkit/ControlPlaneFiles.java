package io.fluxj.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;

/** The keys, certificates and kubeconfigs of a control plane, all in one folder. */
record ControlPlaneFiles(Path folder) {
    private static final List<String> SERVER_NAMES = List.of(
            "127.0.0.1",
            "10.0.0.1",
            "localhost",
            "kubernetes",
            "kubernetes.default",
            "kubernetes.default.svc",
            "kubernetes.default.svc.cluster.local");

    static ControlPlaneFiles write(Path folder, int port) throws IOException {
        ControlPlaneFiles files = new ControlPlaneFiles(folder);
        TestAuthority authority = TestAuthority.create("kube-ca", TestAuthority.Keys.RSA);
        files.write("ca.crt", authority.certificatePem());
        files.write("apiserver", authority.issue("CN=kube-apiserver", SERVER_NAMES));
        files.writeServiceAccountKeys();
        files.writeUser("admin", authority.issue("O=system:masters,CN=admin", List.of()), port);
        files.writeUser("controllers", authority.issue("CN=system:kube-controller-manager", List.of()), port);
        return files;
    }

    Path certificate(String name) {
        return folder.resolve(name + ".crt");
    }

    Path key(String name) {
        return folder.resolve(name + ".key");
    }

    Path serviceAccountPublicKey() {
        return folder.resolve("service-accounts.pub");
    }

    Path adminKubeconfig() {
        return folder.resolve("admin.kubeconfig");
    }

    Path controllersKubeconfig() {
        return folder.resolve("controllers.kubeconfig");
    }

    private void writeServiceAccountKeys() throws IOException {
        var keys = TestAuthority.Keys.RSA.make();
        PublicKey publicKey = keys.getPublic();
        write("service-accounts.key", Pem.of("PRIVATE KEY", keys.getPrivate().getEncoded()));
        write("service-accounts.pub", Pem.of("PUBLIC KEY", publicKey.getEncoded()));
    }

    private void writeUser(String name, TestCertificate certificate, int port) throws IOException {
        write(name + ".kubeconfig", """
                apiVersion: v1
                kind: Config
                clusters: [{name: local, cluster: {server: "https://127.0.0.1:%d", certificate-authority-data: %s}}]
                users: [{name: %s, user: {client-certificate-data: %s, client-key-data: %s}}]
                contexts: [{name: local, context: {cluster: local, user: %s}}]
                current-context: local
                """.formatted(
                        port,
                        base64(Files.readString(certificate("ca"))),
                        name,
                        base64(certificate.certificatePem()),
                        base64(certificate.keyPem()),
                        name));
    }

    private void write(String name, TestCertificate certificate) throws IOException {
        write(name + ".crt", certificate.certificatePem());
        write(name + ".key", certificate.keyPem());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
