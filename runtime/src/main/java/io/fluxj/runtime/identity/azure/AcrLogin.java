package io.fluxj.runtime.identity.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.RegistryCloud;
import io.fluxj.runtime.identity.RegistryPassword;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** Azure Container Registry: a token of Entra ID is exchanged for one of the registry. Source: behaviour §11; ACR, AAD-OAuth. */
public record AcrLogin(AzureIdentity identity) implements RegistryCloud {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,200}\\.azurecr\\.(io|cn|de|us)");
    private static final JsonMapper JSON = new JsonMapper();
    /** The name that goes with a token. */
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Override
    public RegistryPassword login(String host, Principal who, Caller caller) throws IdentityException {
        if (!HOST.matcher(host).matches()) {
            throw new IdentityException(
                    "invalid Azure registry: '" + host + "' is no registry of Azure, such as example.azurecr.io");
        }
        AccessToken token = identity.token(who, scope(host), caller);
        String key = "azure/acr/" + host + "/" + who.key() + "/"
                + (who instanceof Principal.Account account ? account.annotation(AzureIdentity.CLIENT) : "");
        return identity.environment().cache().get(key, RegistryPassword.class, () -> exchange(host, token, caller));
    }

    private static String scope(String host) {
        if (host.endsWith(".cn")) {
            return "https://management.chinacloudapi.cn/.default";
        }
        return host.endsWith(".us")
                ? "https://management.usgovcloudapi.net/.default"
                : "https://management.azure.com/.default";
    }

    private static RegistryPassword exchange(String host, AccessToken token, Caller caller) throws IdentityException {
        URI address = URI.create("https://" + host + "/oauth2/exchange");
        JsonNode answer = caller.json(Call.form(
                address, Map.of("grant_type", "access_token", "service", host, "access_token", token.value())));
        String refresh = answer.path("refresh_token").asText("");
        return new RegistryPassword(NOBODY, refresh, expiry(refresh));
    }

    private static Instant expiry(String token) throws IdentityException {
        String[] parts = token.split("\\.", -1);
        try {
            if (parts.length == 3) {
                long end = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                        .path("exp")
                        .asLong(0);
                return Instant.ofEpochSecond(end);
            }
        } catch (IOException | IllegalArgumentException malformed) {
            // said below, without what it is
        }
        throw new IdentityException("the answer of the registry holds no token");
    }
}
