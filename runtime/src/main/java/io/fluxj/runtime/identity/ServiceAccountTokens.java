package io.fluxj.runtime.identity;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Tokens by which service accounts prove to others who they are, made by the API server (TokenRequest) and kept as long as they are fresh. */
public final class ServiceAccountTokens {
    private final KubernetesClient client;
    private final TokenCache cache;

    /**
     * Of the accounts of a cluster.
     *
     * @param client allowed to create tokens
     */
    public ServiceAccountTokens(KubernetesClient client, TokenCache cache) {
        this.client = client;
        this.cache = cache;
    }

    /**
     * A token.
     *
     * @param audiences for whom it is; the API server's own when empty
     * @throws IdentityException if the account is not there, or the API server gives none
     */
    public AccessToken of(String namespace, String account, List<String> audiences) throws IdentityException {
        String key = "serviceaccount " + namespace + "/" + account + " " + audiences;
        return cache.get(key, () -> ask(namespace, account, audiences));
    }

    private AccessToken ask(String namespace, String account, List<String> audiences) throws IdentityException {
        try {
            TokenRequest answer = client.serviceAccounts()
                    .inNamespace(namespace)
                    .withName(account)
                    .tokenRequest(new TokenRequestBuilder()
                            .withNewSpec()
                            .withAudiences(audiences)
                            .endSpec()
                            .build());
            return new AccessToken(
                    answer.getStatus().getToken(),
                    Instant.parse(answer.getStatus().getExpirationTimestamp()));
        } catch (KubernetesClientException e) {
            throw new IdentityException(
                    "no token for the service account '%s/%s': %s".formatted(namespace, account, e.getMessage()), e);
        } catch (DateTimeParseException e) {
            throw new IdentityException(
                    "no token for the service account '%s/%s': the API server does not say how long it lasts"
                            .formatted(namespace, account),
                    e);
        }
    }
}
