package io.fluxj.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fluxj.testkit.TestAuthority;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeysTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void knowsTheAlgorithmOfAKeyThatDoesNotNameIt(String algorithm) throws Exception {
        byte[] der = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
        Path file = Files.writeString(folder.resolve("client.key"), pem);
        Config byData =
                empty().withClientKeyData(base64(pem)).withClientKeyAlgo("DSA").build();
        Config byFile = empty().withClientKeyFile(file.toString())
                .withClientKeyAlgo("DSA")
                .build();

        ClientKeys.noteAlgorithm(byData);
        ClientKeys.noteAlgorithm(byFile);

        assertThat(byData.getClientKeyAlgo()).isEqualTo(algorithm);
        assertThat(byFile.getClientKeyAlgo()).isEqualTo(algorithm);
    }

    @Test
    void aClientWithAKeyOnACurveCanBeMade() {
        var own = TestAuthority.create("clients").issue("O=tests,CN=admin", List.of());
        Config config = empty().withMasterUrl("https://127.0.0.1:1")
                .withClientCertData(base64(own.certificatePem()))
                .withClientKeyData(base64(own.keyPem()))
                .build();

        KubernetesClients.of(config).close();

        assertThat(config.getClientKeyAlgo()).isEqualTo("EC");
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        Config config =
                empty().withClientKeyFile(folder.resolve("none.key").toString()).build();
        assertThatThrownBy(() -> ClientKeys.noteAlgorithm(config))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.key");
    }

    private static ConfigBuilder empty() {
        return new ConfigBuilder(Config.empty()).withAutoConfigure(false);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
