package io.fluxj.runtime.identity;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Service accounts, and the tokens by which the cluster vouches for them.
 *
 * @param client asks for them
 */
public record ServiceAccounts(KubernetesClient client) {
    private static final long SECONDS = 600;

    /** What is written at an account for a cloud. */
    Map<String, String> annotations(Workload.Account account) throws IdentityException {
        try {
            @Nullable
            ServiceAccount found = client.serviceAccounts()
                    .inNamespace(account.namespace())
                    .withName(account.name())
                    .get();
            if (found == null) {
                throw new IdentityException(
                        "ServiceAccount '" + account.namespace() + "/" + account.name() + "' not found");
            }
            return Optional.ofNullable(found.getMetadata().getAnnotations()).orElse(Map.of());
        } catch (KubernetesClientException refused) {
            throw failed(account, refused);
        }
    }

    /** A token of an account for one that is to believe it. */
    String token(Workload.Account account, String audience) throws IdentityException {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences(audience)
                .withExpirationSeconds(SECONDS)
                .endSpec()
                .build();
        try {
            return client.serviceAccounts()
                    .inNamespace(account.namespace())
                    .withName(account.name())
                    .tokenRequest(request)
                    .getStatus()
                    .getToken();
        } catch (KubernetesClientException refused) {
            throw failed(account, refused);
        }
    }

    private static IdentityException failed(Workload.Account account, KubernetesClientException refused) {
        return new IdentityException(
                "ServiceAccount '" + account.namespace() + "/" + account.name() + "': " + refused.getMessage(),
                refused);
    }
}
