package io.fluxj.kustomization.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.aws.AwsKeys;
import io.fluxj.runtime.identity.aws.AwsSignature;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.key.MasterKey;
import io.fluxj.testkit.OutsideServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key service that others wrote, which speaks as that of AWS. */
class RealKmsTest {
    @TempDir
    Path work;

    private final Caller caller = Caller.over(HttpRoute.DIRECT);

    @Test
    void whatItLockedItOpensForUs() throws Exception {
        try (OutsideServer server = OutsideServer.startOrSkip("moto", work.resolve("data"), Map.of("AUTH", "keys"))) {
            String address = server.value("AWS_ENDPOINT_URL");
            AwsKeys keys = new AwsKeys(
                    server.value("AWS_ACCESS_KEY_ID"), server.value("AWS_SECRET_ACCESS_KEY"), "", Instant.MAX);
            String arn = ask(address, keys, "CreateKey", "{}", "KeyMetadata", "Arn");
            String plain =
                    Base64.getEncoder().encodeToString("data key".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            String locked = ask(
                    address,
                    keys,
                    "Encrypt",
                    "{\"KeyId\":\"" + arn + "\",\"Plaintext\":\"" + plain + "\",\"EncryptionContext\":{\"a\":\"b\"}}",
                    "CiphertextBlob");
            KeyService service = CloudsForTests.answering(Map.of("AWS_ENDPOINT_URL", address), caller)
                    .ofSecret(
                            "sops.aws-kms",
                            "aws_access_key_id: " + keys.access() + "\naws_secret_access_key: " + keys.secret())
                    .orElseThrow();
            assertThat(service.decrypt(new MasterKey.AwsKms(arn, "", Map.of("a", "b"), locked)))
                    .asString()
                    .isEqualTo("data key");
        }
    }

    private String ask(String address, AwsKeys keys, String action, String body, String... path) throws Exception {
        URI uri = URI.create(address.replaceFirst("/*$", "/"));
        Map<String, String> headers = new AwsSignature(keys, "us-east-1", "kms")
                .headers(
                        uri,
                        Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "TrentService." + action),
                        body,
                        Instant.now());
        return caller.json(new Call("POST", uri, headers, body))
                .at("/" + String.join("/", path))
                .asText();
    }
}
