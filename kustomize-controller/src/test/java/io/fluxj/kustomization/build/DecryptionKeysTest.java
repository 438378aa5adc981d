package io.fluxj.kustomization.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fluxj.kustomization.kms.CloudKeys;
import io.fluxj.kustomization.kms.CloudsForTests;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.decrypt.ManifestDecryption;
import io.fluxj.manifest.postbuild.ConfigSource;
import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.age.AgeKeyService;
import io.fluxj.sops.key.MasterKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of the Secrets that Kustomizations name, with a server that speaks as Vault's transit engine does. */
final class DecryptionKeysTest {
    private static final Path CORPUS = Path.of("../libs/sops/src/test/resources/io/fluxj/sops/corpus");
    private static final String ASKED = "{decryption: {provider: sops, secretRef: {name: keys}}}";
    private static final Pattern AGE =
            Pattern.compile("(?s) {4}age:\n.*?enc: \\|\n(.*?END AGE ENCRYPTED FILE-----\n).*?\n");

    private final Map<String, Map<String, String>> secrets = new TreeMap<>();
    private final List<String> tokens = new ArrayList<>();
    /** No cloud is to be asked here. */
    private static final CloudKeys CLOUDS = CloudsForTests.silent();

    private final DecryptionKeys keys = keys("");
    private HttpServer vault;
    private String encrypted;
    private String ageKey;

    private DecryptionKeys keys(String ageSecret) {
        ConfigSource configs = new ConfigSource() {
            @Override
            public Optional<Map<String, String>> configMap(String namespace, String name) {
                return Optional.empty();
            }

            @Override
            public Optional<Map<String, String>> secret(String namespace, String name) {
                return Optional.ofNullable(secrets.get(namespace + "/" + name));
            }
        };
        return new DecryptionKeys(
                configs, new KeyServices(CLOUDS), new DecryptionKeys.Own("flux-system", ageSecret), true);
    }

    @BeforeEach
    void start() throws Exception {
        encrypted = Files.readString(CORPUS.resolve("cases/k8s-stringdata/encrypted.yaml"));
        ageKey = Files.readString(CORPUS.resolve("keys/age-a.agekey"));
        byte[] answer = ("{\"data\":{\"plaintext\":\"" + Base64.getEncoder().encodeToString(dataKey()) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.createContext("/v1/transit/decrypt/mine", exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        vault.start();
    }

    @AfterEach
    void stop() {
        vault.stop(0);
    }

    private byte[] dataKey() throws Exception {
        Matcher age = AGE.matcher(encrypted);
        assertThat(age.find()).isTrue();
        AgeIdentities identities = new AgeIdentities();
        identities.add(ageKey);
        return new AgeKeyService(identities)
                .decrypt(new MasterKey.Age("any", age.group(1).replaceAll("(?m)^ +", "")));
    }

    /** The same file, its key locked by the server. */
    private String lockedByVault() {
        String block = """
                    hc_vault:
                        - vault_address: http://127.0.0.1:%d
                          engine_path: transit
                          key_name: mine
                          created_at: "2026-11-21T01:31:15Z"
                          enc: vault:v1:abc
                """.formatted(vault.getAddress().getPort());
        return AGE.matcher(encrypted).replaceFirst(Matcher.quoteReplacement(block));
    }

    private static String decrypt(DecryptionKeys keys, String spec, String text) throws Exception {
        ManifestDecryption decryption = keys.load(Requests.spec(spec).decryption(), "apps", place -> {});
        return decryption.objects(List.of(Kustomize.reread(text))).getFirst().toYaml();
    }

    @Test
    void takesTheTokenForVaultFromTheSecret() throws Exception {
        secrets.put("apps/keys", Map.of("sops.vault-token", "s.token\n"));
        assertThat(decrypt(keys, ASKED, lockedByVault())).contains("name: sd").doesNotContain("ENC[");
        assertThat(tokens).containsExactly("s.token");
    }

    @Test
    void asksNoServerAgainForTheSameFileUntilTheSecretChanges() throws Exception {
        secrets.put("apps/keys", Map.of("sops.vault-token", "one"));
        decrypt(keys, ASKED, lockedByVault());
        decrypt(keys, ASKED, lockedByVault());
        assertThat(tokens).containsExactly("one");

        secrets.put("apps/keys", Map.of("sops.vault-token", "two"));
        decrypt(keys, ASKED, lockedByVault());
        assertThat(tokens).containsExactly("one", "two");
    }

    @Test
    void refusesATokenThatIsNoneAndDoesNotTellIt() {
        secrets.put("apps/keys", Map.of("sops.vault-token", "two\nlines"));
        assertThatThrownBy(() -> decrypt(keys, ASKED, lockedByVault()))
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("'sops.vault-token' data from sops decryption Secret 'apps/keys'")
                .hasMessageNotContaining("lines");
    }

    @Test
    void usesTheControllersAgeKeysForThoseWhoNameNone() throws Exception {
        String none = "{decryption: {provider: sops}}";
        secrets.put("flux-system/own", Map.of("a.agekey", ageKey, "sops.vault-token", "not for all"));

        assertThat(decrypt(keys("own"), none, encrypted)).doesNotContain("ENC[");
        assertThatThrownBy(() -> decrypt(keys, none, encrypted)).hasMessageContaining("cannot get sops data key");
        assertThatThrownBy(() -> decrypt(keys("own"), none, lockedByVault()))
                .hasMessageContaining("cannot get sops data key");
        assertThat(tokens).isEmpty();
    }
}
