package io.fluxj.runtime.target;

import static io.fluxj.runtime.target.Kubeconfig.given;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a kubeconfig that reaches into this process: it may name no file, as files are the controller's, and run no program unless that is
 * allowed. Source: behaviour §0.5; Flux reads such files.
 */
final class KubeconfigCheck {

    private KubeconfigCheck() {}

    static void check(Kubeconfig kubeconfig, KubeconfigRules rules) throws TargetFailure {
        requireServer(given(kubeconfig.cluster().getServer()));
        requireNoFiles(kubeconfig.cluster(), kubeconfig.user());
        AuthInfo user = kubeconfig.user();
        if (user.getAuthProvider() != null) {
            throw new TargetFailure(
                    "its user has an auth-provider, which is not supported: give it a token or a certificate");
        }
        if (user.getExec() != null && !rules.programs() && !hasOther(user)) {
            throw new TargetFailure("its user runs a program (exec), which only --insecure-kubeconfig-exec allows:"
                    + " give it a token or a certificate");
        }
    }

    /** As in Flux a program that is not allowed is left out where there are other credentials. */
    private static boolean hasOther(AuthInfo user) {
        return !given(user.getToken()).isEmpty()
                || !given(user.getClientCertificateData()).isEmpty()
                || !given(user.getUsername()).isEmpty();
    }

    private static void requireServer(String server) throws TargetFailure {
        try {
            URI uri = URI.create(server.contains("://") ? server : "https://" + server);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new TargetFailure("its server is no http(s) URL with a host");
            }
        } catch (IllegalArgumentException e) {
            throw new TargetFailure("its server is no http(s) URL with a host");
        }
    }

    /** One that stands beside the content itself is not looked at. */
    private static void requireNoFiles(Cluster cluster, AuthInfo user) throws TargetFailure {
        requireNoFile(
                "certificate-authority",
                cluster.getCertificateAuthority(),
                "certificate-authority-data",
                cluster.getCertificateAuthorityData());
        requireNoFile(
                "client-certificate",
                user.getClientCertificate(),
                "client-certificate-data",
                user.getClientCertificateData());
        requireNoFile("client-key", user.getClientKey(), "client-key-data", user.getClientKeyData());
        requireNoFile("tokenFile", user.getTokenFile(), "token", user.getToken());
    }

    private static void requireNoFile(
            String field, @Nullable String file, String contentField, @Nullable String content) throws TargetFailure {
        if (!given(file).isEmpty() && given(content).isEmpty()) {
            throw new TargetFailure(
                    "its %s names a file, which is not read: put the content into %s".formatted(field, contentField));
        }
    }
}
