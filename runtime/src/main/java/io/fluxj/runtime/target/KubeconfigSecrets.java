package io.fluxj.runtime.target;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.meta.KubeConfigReference;
import io.fluxj.api.meta.SecretKeyReference;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretReader;
import java.util.Optional;

/** Reads kubeconfigs from Secrets. Source: behaviour §0.3. */
final class KubeconfigSecrets {
    private final SecretReader secrets;

    KubeconfigSecrets(SecretReader secrets) {
        this.secrets = secrets;
    }

    /** The text at the key that the reference names, else at {@code value} or {@code value.yaml}. */
    String text(String namespace, KubeConfigReference reference) throws TargetFailure {
        SecretKeyReference wanted = reference.secretRef();
        if (wanted == null) {
            throw new TargetFailure("spec.kubeConfig has no secretRef");
        }
        String name = namespace + "/" + wanted.name();
        SecretData data = read(namespace, wanted.name(), name);
        String key = wanted.key();
        return key == null || key.isEmpty()
                ? data.text("value")
                        .or(() -> data.text("value.yaml"))
                        .orElseThrow(() -> new TargetFailure(
                                "KubeConfig secret '%s' does not contain a 'value' nor 'value.yaml' key with a kubeconfig"
                                        .formatted(name)))
                : data.text(key)
                        .orElseThrow(() ->
                                new TargetFailure("KubeConfig secret '%s' does not contain a '%s' key with a kubeconfig"
                                        .formatted(name, key)));
    }

    private SecretData read(String namespace, String secret, String name) throws TargetFailure {
        try {
            Optional<SecretData> found = secrets.secret(namespace, secret);
            return found.orElseThrow(() -> unreadable(name, "secrets \"%s\" not found".formatted(secret)));
        } catch (KubernetesClientException e) {
            throw new TargetFailure(
                    unreadable(name, String.valueOf(e.getMessage())).message(), e);
        }
    }

    private static TargetFailure unreadable(String name, String why) {
        return new TargetFailure("unable to read KubeConfig secret '%s' error: %s".formatted(name, why));
    }
}
