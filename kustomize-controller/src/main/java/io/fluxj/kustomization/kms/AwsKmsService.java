package io.fluxj.kustomization.kms;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.AwsKeys;
import io.fluxj.runtime.identity.aws.AwsSignature;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.key.MasterKey;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens what keys of AWS KMS locked. Source: AWS KMS API Reference, Decrypt.
 *
 * @param identity knows where AWS is
 * @param keys who asks, by region
 */
record AwsKmsService(AwsIdentity identity, Keys keys, Caller caller) implements KeyService {
    private static final Pattern ARN = Pattern.compile("arn:aws[\\w-]*:kms:([a-z0-9-]{1,40}):[0-9]+:(key|alias)/.+");
    private static final JsonMapper JSON = new JsonMapper();

    /** Who asks. */
    @FunctionalInterface
    interface Keys {
        /** Keys for a region. */
        AwsKeys in(String region) throws IdentityException;
    }

    @Override
    public boolean serves(MasterKey key) {
        return key instanceof MasterKey.AwsKms;
    }

    @Override
    public byte[] decrypt(MasterKey key) throws KeyException {
        if (!(key instanceof MasterKey.AwsKms aws)) {
            throw new IllegalArgumentException("not a key of AWS KMS");
        }
        Matcher arn = ARN.matcher(aws.arn());
        if (!arn.matches()) {
            throw new KeyException("no valid ARN found in '" + aws.arn() + "'");
        }
        try {
            return ask(aws, arn.group(1));
        } catch (IdentityException refused) {
            throw new KeyException("failed to decrypt sops data key with AWS KMS: " + refused.message());
        } catch (IllegalArgumentException malformed) {
            throw new KeyException("failed to decrypt sops data key with AWS KMS: the plain text is not base64");
        }
    }

    private byte[] ask(MasterKey.AwsKms key, String region) throws IdentityException {
        AwsKeys own = keys.in(region);
        AwsKeys who = key.role().isEmpty() ? own : identity.assume(own, key.role(), region, caller);
        String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        URI address = identity.endpoint("KMS", "https://kms." + region + "." + domain + "/");
        String body = body(key);
        Map<String, String> headers = new AwsSignature(who, region, "kms")
                .headers(
                        address,
                        Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "TrentService.Decrypt"),
                        body,
                        identity.environment().clock().instant());
        return Base64.getDecoder()
                .decode(caller.json(new Call("POST", address, headers, body))
                        .path("Plaintext")
                        .asText(""));
    }

    private static String body(MasterKey.AwsKms key) {
        ObjectNode body =
                JSON.createObjectNode().put("CiphertextBlob", key.encrypted()).put("KeyId", key.arn());
        ObjectNode context = body.putObject("EncryptionContext");
        key.context().forEach(context::put);
        return body.toString();
    }
}
