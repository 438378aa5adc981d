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
import java.util.regex.Pattern;

/**
 * Opens what keys of Google Cloud KMS locked. Source: Cloud KMS API, cryptoKeys.decrypt.
 *
 * @param tokens who asks
 */
record GcpKmsService(Tokens tokens, Caller caller) implements KeyService {
    private static final String PART = "/[A-Za-z0-9._:-]{1,100}";
    private static final Pattern KEY =
            Pattern.compile("projects" + PART + "/locations" + PART + "/keyRings" + PART + "/cryptoKeys" + PART);

    private static final JsonMapper JSON = new JsonMapper();

    /** Who asks. */
    @FunctionalInterface
    interface Tokens {
        /** A token. */
        AccessToken get() throws IdentityException;
    }

    @Override
    public boolean serves(MasterKey key) {
        return key instanceof MasterKey.GcpKms;
    }

    @Override
    public byte[] decrypt(MasterKey key) throws KeyException {
        if (!(key instanceof MasterKey.GcpKms gcp)) {
            throw new IllegalArgumentException("not a key of Google Cloud KMS");
        }
        if (!KEY.matcher(gcp.resourceId()).matches()) {
            throw new KeyException(
                    "cannot create GCP KMS service: no valid resource ID found in \"" + gcp.resourceId() + "\"");
        }
        String doing = "failed to decrypt sops data key with GCP KMS key: ";
        try {
            Map<String, String> headers =
                    Map.of("Authorization", "Bearer " + tokens.get().value(), "Content-Type", "application/json");
            URI address = URI.create("https://cloudkms.googleapis.com/v1/" + gcp.resourceId() + ":decrypt");
            String body =
                    JSON.createObjectNode().put("ciphertext", gcp.encrypted()).toString();
            return Base64.getDecoder()
                    .decode(caller.json(new Call("POST", address, headers, body))
                            .path("plaintext")
                            .asText(""));
        } catch (IdentityException refused) {
            throw new KeyException(doing + refused.message());
        } catch (IllegalArgumentException malformed) {
            throw new KeyException(doing + "the plain text is not base64");
        }
    }
}
