package io.fluxj.kustomization.kms;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.key.MasterKey;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens what keys of Azure Key Vault locked. The address of the vault comes from the file, so only those that are Azure's are asked. Source: Key Vault
 * REST API, Decrypt.
 *
 * @param tokens who asks, by what it is for
 */
record AzureKeyVaultService(Tokens tokens, Caller caller) implements KeyService {
    private static final Pattern VAULT = Pattern.compile("https://[A-Za-z0-9-]{1,63}\\.((?:vault|managedhsm)\\."
            + "(?:azure\\.net|azure\\.cn|usgovcloudapi\\.net|microsoftazure\\.de))/?");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,127}");
    private static final JsonMapper JSON = new JsonMapper();

    /** Who asks. */
    @FunctionalInterface
    interface Tokens {
        /** A token for a scope. */
        AccessToken of(String scope) throws IdentityException;
    }

    @Override
    public boolean serves(MasterKey key) {
        return key instanceof MasterKey.AzureKeyVault;
    }

    @Override
    public byte[] decrypt(MasterKey key) throws KeyException {
        if (!(key instanceof MasterKey.AzureKeyVault azure)) {
            throw new IllegalArgumentException("not a key of Azure Key Vault");
        }
        String doing = "failed to decrypt sops data key with Azure Key Vault key '" + key.name() + "': ";
        Matcher vault = VAULT.matcher(azure.vaultUrl());
        if (!vault.matches() || !NAME.matcher(azure.keyName()).matches() || !isVersion(azure.version())) {
            throw new KeyException(doing + "it is no key of a vault of Azure, such as"
                    + " https://NAME.vault.azure.net/keys/KEY/VERSION");
        }
        try {
            AccessToken token = tokens.of("https://" + vault.group(1) + "/.default");
            return ask(azure, token);
        } catch (IdentityException refused) {
            throw new KeyException(doing + refused.message());
        } catch (IllegalArgumentException malformed) {
            throw new KeyException(doing + "the plain text is not in base64url");
        }
    }

    private static boolean isVersion(String version) {
        return version.isEmpty() || NAME.matcher(version).matches();
    }

    private byte[] ask(MasterKey.AzureKeyVault key, AccessToken token) throws IdentityException {
        String version = key.version().isEmpty() ? "" : key.version() + "/";
        URI address = URI.create(key.vaultUrl().replaceFirst("/$", "") + "/keys/" + key.keyName() + "/" + version
                + "decrypt?api-version=7.4");
        String body = JSON.createObjectNode()
                .put("alg", "RSA-OAEP-256")
                .put("value", key.encrypted())
                .toString();
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + token.value(), "Content-Type", "application/json");
        return Base64.getUrlDecoder()
                .decode(caller.json(new Call("POST", address, headers, body))
                        .path("value")
                        .asText(""));
    }
}
