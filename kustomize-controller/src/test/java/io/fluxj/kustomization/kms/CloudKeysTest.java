package io.fluxj.kustomization.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.key.MasterKey;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations with the clouds' key services as their references write them: who is asked, as whom, and what is made of the answer. */
class CloudKeysTest {
    private static final MasterKey AWS =
            new MasterKey.AwsKms("arn:aws:kms:eu-west-1:012345678901:key/k1", "", Map.of("app", "one"), "bG9ja2Vk");

    private static final MasterKey AZURE =
            new MasterKey.AzureKeyVault("https://mine.vault.azure.net", "key1", "v1", "bG9ja2Vk");

    private static final MasterKey GCP =
            new MasterKey.GcpKms("projects/p/locations/global/keyRings/r/cryptoKeys/k", "bG9ja2Vk");

    private static final byte[] OPENED = "the data key, 32 bytes of length".getBytes(UTF_8);
    private static final String TOKEN = "{\"access_token\":\"canary-token\",\"expires_in\":3600}";

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    private CloudKeys clouds() {
        return CloudsForTests.answering(variables, call -> {
            calls.add(call);
            if (!answers.containsKey(call.toString())) {
                throw new IdentityException(call + ": 403 no");
            }
            return answers.getOrDefault(call.toString(), "");
        });
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void theKeysOfASecretOpenWhatAwsKeeps() throws Exception {
        answers.put("POST https://kms.eu-west-1.amazonaws.com/", "{\"Plaintext\":\"" + base64(OPENED) + "\"}");
        KeyService service = clouds().ofSecret(
                        "sops.aws-kms",
                        "aws_access_key_id: AKIA1\naws_secret_access_key: canary-secret\naws_session_token: \"s1\"")
                .orElseThrow();
        assertThat(service.decrypt(AWS)).isEqualTo(OPENED);
        assertThat(calls.getFirst().body())
                .isEqualTo("{\"CiphertextBlob\":\"bG9ja2Vk\",\"KeyId\":\"arn:aws:kms:eu-west-1:012345678901:key/k1\","
                        + "\"EncryptionContext\":{\"app\":\"one\"}}");
        assertThat(calls.getFirst().headers())
                .containsEntry("x-amz-target", "TrentService.Decrypt")
                .containsEntry("x-amz-security-token", "s1")
                .hasEntrySatisfying(
                        "Authorization",
                        header -> assertThat(header).contains("AKIA1/").contains("/eu-west-1/kms/"));
        assertThat(service.toString()).doesNotContain("canary");
    }

    @Test
    void aRoleOfTheKeyIsTakenBefore() throws Exception {
        answers.put("POST https://sts.eu-west-1.amazonaws.com/", """
                <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA2</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
                <SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""");
        answers.put("POST https://kms.eu-west-1.amazonaws.com/", "{\"Plaintext\":\"" + base64(OPENED) + "\"}");
        variables.putAll(Map.of("AWS_ACCESS_KEY_ID", "AKIA1", "AWS_SECRET_ACCESS_KEY", "canary-secret"));
        MasterKey key = new MasterKey.AwsKms(
                "arn:aws:kms:eu-west-1:012345678901:key/k1", "arn:aws:iam::1:role/r", Map.of(), "bG9ja2Vk");
        assertThat(opened(key)).isEqualTo(OPENED);
        assertThat(calls.getFirst().body()).contains("Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr");
        assertThat(calls.getLast().headers().get("Authorization")).contains("ASIA2/");
    }

    private byte[] opened(MasterKey key) throws KeyException {
        return clouds().of("apps", "").stream()
                .filter(service -> service.serves(key))
                .findFirst()
                .orElseThrow()
                .decrypt(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenantId: t1\nclientId: c1\nclientSecret: canary-secret",
                "{\"tenant\":\"t1\",\"appId\":\"c1\",\"password\":\"canary-secret\"}",
            })
    void theApplicationOfASecretOpensWhatAzureKeeps(String secret) throws Exception {
        answers.put("POST https://login.microsoftonline.com/t1/oauth2/v2.0/token", TOKEN);
        answers.put(
                "POST https://mine.vault.azure.net/keys/key1/v1/decrypt",
                "{\"value\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(OPENED) + "\"}");
        KeyService service = clouds().ofSecret("sops.azure-kv", secret).orElseThrow();
        assertThat(service.decrypt(AZURE)).isEqualTo(OPENED);
        assertThat(calls.getFirst().body())
                .contains("client_secret=canary-secret")
                .contains("scope=https%3A%2F%2Fvault.azure.net%2F.default");
        assertThat(calls.getLast().body()).isEqualTo("{\"alg\":\"RSA-OAEP-256\",\"value\":\"bG9ja2Vk\"}");
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "Bearer canary-token");
    }

    /** The file says which vault is asked. */
    @ParameterizedTest
    @CsvSource({
        "https://evil.test, key1, v1",
        "https://mine.vault.azure.net.evil.test, key1, v1",
        "http://mine.vault.azure.net, key1, v1",
        "https://evil.test/#.vault.azure.net, key1, v1",
        "https://mine.vault.azure.net, ../../secrets, v1",
        "https://mine.vault.azure.net, key1, v1?x",
    })
    void aTokenGoesToVaultsOfAzureAlone(String vault, String name, String version) throws Exception {
        answers.put("POST https://login.microsoftonline.com/t1/oauth2/v2.0/token", TOKEN);
        KeyService service = clouds().ofSecret(
                        "sops.azure-kv", "tenantId: t1\nclientId: c1\nclientSecret: canary-secret")
                .orElseThrow();
        assertThatThrownBy(() -> service.decrypt(new MasterKey.AzureKeyVault(vault, name, version, "bG9ja2Vk")))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("it is no key of a vault of Azure");
        assertThat(calls).isEmpty();
    }

    @Test
    void theAccountOfASecretOpensWhatGoogleKeeps() throws Exception {
        answers.put("POST https://oauth2.googleapis.com/token", TOKEN);
        answers.put(
                "POST https://cloudkms.googleapis.com/v1/projects/p/locations/global/keyRings/r/cryptoKeys/k:decrypt",
                "{\"plaintext\":\"" + base64(OPENED) + "\"}");
        String pem = "-----BEGIN PRIVATE KEY-----\\n"
                + base64(KeyPairGenerator.getInstance("RSA")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
        String file = "{\"type\":\"service_account\",\"client_email\":\"a@p\",\"private_key\":\"" + pem
                + "\",\"token_uri\":\"https://evil.test\"}";
        assertThat(clouds().ofSecret("sops.gcp-kms", file).orElseThrow().decrypt(GCP))
                .isEqualTo(OPENED);
        assertThat(calls.getLast().body()).isEqualTo("{\"ciphertext\":\"bG9ja2Vk\"}");
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "Bearer canary-token");
    }

    @Test
    void aRefusalIsToldWithoutSecrets() throws Exception {
        KeyService service = clouds().ofSecret(
                        "sops.aws-kms", "aws_access_key_id: AKIA1\naws_secret_access_key: canary-secret")
                .orElseThrow();
        assertThatThrownBy(() -> service.decrypt(AWS))
                .isInstanceOf(KeyException.class)
                .hasMessage(
                        "failed to decrypt sops data key with AWS KMS: POST https://kms.eu-west-1.amazonaws.com/: 403 no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sops.aws-kms; canary-secret; it is no map in YAML or JSON",
                "sops.aws-kms; {canary: secret; it is no map in YAML or JSON",
                "sops.aws-kms; aws_access_key_id: x; the field 'aws_secret_access_key' is missing",
                "sops.azure-kv; tenantId: x; the field 'clientId' is missing",
                "sops.gcp-kms; canary-secret; the credentials of Google Cloud are not JSON",
                "sops.gcp-kms; {\"type\":\"external_account\"}; of the type 'external_account'",
            })
    void credentialsThatAreNoneAreRefused(String field, String value, String why) {
        assertThatThrownBy(() -> clouds().ofSecret(field, value))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("canary");
    }
}
