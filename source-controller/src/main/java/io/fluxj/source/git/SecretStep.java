package io.fluxj.source.git;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the Secret that a GitRepository names, and keeps its values out of messages. */
final class SecretStep {
    private static final List<String> CONFIDENTIAL =
            List.of("password", "bearerToken", "identity", "tls.key", "keyFile", "githubAppPrivateKey");

    private final SecretReader reader;

    SecretStep(SecretReader reader) {
        this.reader = reader;
    }

    SecretData read(Pass<GitRepository, GitRepositoryStatus> pass) throws Retryable {
        String namespace = pass.object().getMetadata().getNamespace();
        String name =
                Objects.requireNonNull(pass.object().getSpec().secretRef()).name();
        SecretData secret = find(namespace, name);
        CONFIDENTIAL.stream().map(secret::text).flatMap(Optional::stream).forEach(pass::conceal);
        return secret;
    }

    private SecretData find(String namespace, String name) throws Retryable {
        String prefix = "failed to get secret '" + namespace + "/" + name + "': ";
        try {
            Optional<SecretData> found = reader.secret(namespace, name);
            return found.orElseThrow(() -> failed(prefix + "secrets \"" + name + "\" not found", null));
        } catch (KubernetesClientException refused) {
            throw failed(prefix + refused.getMessage(), refused);
        }
    }

    private static Retryable failed(String message, @Nullable Throwable cause) {
        Retryable failure = cause == null
                ? Retryable.of(GitReason.AUTHENTICATION_FAILED, message)
                : Retryable.of(GitReason.AUTHENTICATION_FAILED, message, cause);
        return failure.marking(GitCondition.FETCH_FAILED);
    }
}
