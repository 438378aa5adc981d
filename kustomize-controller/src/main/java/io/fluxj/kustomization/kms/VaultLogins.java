package io.fluxj.kustomization.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.vault.VaultKeyService;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tokens of Vault and OpenBao for service accounts, where a file's keys are there and no Secret has a token. Which servers may be asked, and where they let
 * accounts in, a ConfigMap of the controller says. Source: behaviour §2.3, §11; Vault, Kubernetes auth method, Login.
 *
 * @param settings what the ConfigMap has under {@code config.yaml}
 * @param caller asks the servers
 * @param cache keeps tokens as long as they last
 * @param client asks for keys to be opened; must not follow redirects
 */
public record VaultLogins(Settings settings, Caller caller, TokenCache cache, Clock clock, HttpClient client) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_.-]+){0,10}");
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads the ConfigMap. */
    @FunctionalInterface
    public interface Settings {
        /** Its text; empty when it is not there. */
        Optional<String> read() throws KeyException;
    }

    /** Who asks. */
    @FunctionalInterface
    interface Who {
        Principal get() throws IdentityException;
    }

    /** The service that opens keys as somebody, who is looked up only when something is asked. */
    KeyService service(Who who) {
        return new VaultKeyService(client, server -> token(server, who), PATIENCE);
    }

    /**
     * The token for a server.
     *
     * @param who shall be let in
     * @throws KeyException when the server is not listed, or does not let the account in
     */
    String token(URI server, Who who) throws KeyException {
        String address = server.toString().replaceFirst("/+$", "");
        String path = paths().get(address);
        if (path == null) {
            throw new KeyException(
                    "the Vault server '" + address + "' is not listed in the ConfigMap of"
                            + " --sops-vault-configmap; add its address and loginPath there, or a token to the decryption Secret");
        }
        try {
            if (!(who.get() instanceof Principal.Account account)) {
                throw new KeyException(
                        "Vault lets service accounts in: name one in spec.decryption.serviceAccountName");
            }
            String key = "vault/" + address + "/" + path + "/" + account.key();
            return cache.get(key, () -> login(address, path, account)).value();
        } catch (IdentityException refused) {
            throw new KeyException(refused.message());
        }
    }

    private AccessToken login(String address, String path, Principal.Account account) throws IdentityException {
        String body = JSON.createObjectNode()
                .put("role", account.namespace() + "_" + account.name())
                .put("jwt", account.tokens().token(address))
                .toString();
        JsonNode auth = caller.json(new Call(
                        "POST", URI.create(address + "/v1/" + path), Map.of("Content-Type", "application/json"), body))
                .path("auth");
        String token = auth.path("client_token").asText("");
        if (token.isEmpty()) {
            throw new IdentityException("the answer of Vault holds no token");
        }
        return new AccessToken(
                token, clock.instant().plusSeconds(auth.path("lease_duration").asLong(0)));
    }

    private Map<String, String> paths() throws KeyException {
        Optional<String> text = settings.read();
        if (text.isEmpty()) {
            throw new KeyException("the ConfigMap of --sops-vault-configmap has no config.yaml");
        }
        Map<String, String> paths = new HashMap<>();
        for (JsonNode instance : parsed(text.get()).path("instances")) {
            String path = instance.path("loginPath")
                    .asText("")
                    .replaceFirst("^/+", "")
                    .replaceFirst("/+$", "");
            if (!PATH.matcher(path).matches() || List.of(path.split("/", -1)).contains("..")) {
                throw new KeyException(
                        "the ConfigMap of --sops-vault-configmap has a loginPath that is no path: '" + path + "'");
            }
            paths.put(instance.path("address").asText("").replaceFirst("/+$", ""), path);
        }
        return paths;
    }

    private static JsonNode parsed(String text) throws KeyException {
        try {
            return KubernetesClients.serialization().unmarshal(text, JsonNode.class);
        } catch (KubernetesClientException | IllegalArgumentException | ClassCastException malformed) {
            throw new KeyException("the config.yaml in the ConfigMap of --sops-vault-configmap is no YAML");
        }
    }
}
