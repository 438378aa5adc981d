package io.fluxj.runtime.identity;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Objects;

/**
 * The service accounts of the cluster. Source: behaviour §0.3, §11; of Flux 2.10 the annotation that says how the cluster vouches for one.
 *
 * @param client asks as the controller, which must be allowed to create {@code serviceaccounts/token}
 */
public record ServiceAccounts(KubernetesClient client) {
    private static final String CREDENTIAL = "credential.auth.fluxcd.io/provider";
    private static final String KUBERNETES = "kubernetes";
    private static final long SECONDS = 600;

    /** An account that must be there. */
    public Principal.Account require(String namespace, String name) throws IdentityException {
        String shown = "serviceaccount '" + namespace + "/" + name + "'";
        try {
            ServiceAccount found = client.serviceAccounts()
                    .inNamespace(namespace)
                    .withName(name)
                    .get();
            if (found == null) {
                throw new IdentityException(shown + " not found");
            }
            Map<String, String> annotations =
                    Objects.requireNonNullElse(found.getMetadata().getAnnotations(), Map.<String, String>of());
            if (!annotations.getOrDefault(CREDENTIAL, KUBERNETES).equals(KUBERNETES)) {
                throw new IdentityException(shown + ": the annotation " + CREDENTIAL + " is '"
                        + annotations.get(CREDENTIAL) + "', of which only '" + KUBERNETES + "' can be used");
            }
            return new Principal.Account(namespace, name, annotations, audience -> token(found, shown, audience));
        } catch (KubernetesClientException refused) {
            throw new IdentityException("failed to get " + shown + ": " + refused.getMessage(), refused);
        }
    }

    private String token(ServiceAccount account, String shown, String audience) throws IdentityException {
        try {
            TokenRequest wanted = new TokenRequestBuilder()
                    .withNewSpec()
                    .withAudiences(audience)
                    .withExpirationSeconds(SECONDS)
                    .endSpec()
                    .build();
            TokenRequest given = client.serviceAccounts().resource(account).tokenRequest(wanted);
            return given.getStatus().getToken();
        } catch (KubernetesClientException refused) {
            throw new IdentityException("failed to create a token of " + shown + ": " + refused.getMessage(), refused);
        }
    }
}
