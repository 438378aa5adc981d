package io.fluxj.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fluxj.runtime.scripted.SmallApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets and ConfigMaps as the API has them now. */
class SecretReaderTest {
    private static final String PATH = "/api/v1/namespaces/apps/secrets/login";

    @Test
    void decodesWhatASecretHolds() throws Exception {
        try (SmallApi api = SmallApi.start()) {
            api.client().resource(secret(Map.of("password", "aHVudGVyMg=="))).create();

            NamedSecret read = new SecretReader(api.client()).require("apps", "login", "failed to get secret");

            assertThat(read.shown()).isEqualTo("apps/login");
            assertThat(read.text("password")).isEqualTo("hunter2");
        }
    }

    @Test
    void seesEveryChange() {
        try (SmallApi api = SmallApi.start()) {
            SecretReader reader = new SecretReader(api.client());
            api.client().resource(secret(Map.of("user", "YWRh"))).create();
            assertThat(reader.secret("apps", "login").orElseThrow().text("user"))
                    .contains("ada");

            api.client().resource(secret(Map.of("user", "Ym9i"))).update();

            assertThat(reader.secret("apps", "login").orElseThrow().text("user"))
                    .contains("bob");
        }
    }

    @Test
    void readsTextsAndBytesOfAConfigMap() {
        try (SmallApi api = SmallApi.start()) {
            api.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace("apps")
                            .withName("settings")
                            .endMetadata()
                            .addToData("colour", "gr\u00fcn")
                            .addToBinaryData("raw", "/wA=")
                            .build())
                    .create();

            SecretData read =
                    new SecretReader(api.client()).configMap("apps", "settings").orElseThrow();

            assertThat(read.text("colour")).contains("gr\u00fcn");
            assertThat(read.bytes("raw")).hasValue(new byte[] {(byte) 0xff, 0});
        }
    }

    @Test
    void saysWhichSecretIsMissing() {
        try (SmallApi api = SmallApi.start()) {
            SecretReader reader = new SecretReader(api.client());

            assertThat(reader.secret("apps", "login")).isEmpty();
            assertThatThrownBy(() -> reader.require("apps", "login", "failed to get secret"))
                    .isInstanceOf(SecretException.class)
                    .hasMessage("failed to get secret 'apps/login': secrets \"login\" not found");
        }
    }

    @Test
    void saysWhyOneCannotBeRead() {
        String why = "secrets \"login\" is forbidden: User \"robot\" cannot get resource";
        var refusal = new StatusBuilder().withCode(403).withMessage(why).build();
        try (SmallApi api = SmallApi.answering(PATH, 403, refusal)) {
            assertThatThrownBy(() -> new SecretReader(api.client()).require("apps", "login", "failed to get secret"))
                    .isInstanceOf(SecretException.class)
                    .hasMessageStartingWith("failed to get secret 'apps/login': ")
                    .hasMessageContaining(why);
        }
    }

    private static Secret secret(Map<String, String> data) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace("apps")
                .withName("login")
                .endMetadata()
                .withData(data)
                .build();
    }
}
