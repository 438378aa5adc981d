package io.fluxj.runtime.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.api.meta.KubeConfigReference;
import io.fluxj.api.meta.SecretKeyReference;
import io.fluxj.runtime.scripted.SmallApi;
import io.fluxj.runtime.secret.SecretReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which text of which Secret is the kubeconfig. */
class KubeconfigSecretsTest {
    private final SmallApi api = SmallApi.start();
    private final KubeconfigSecrets secrets = new KubeconfigSecrets(new SecretReader(api.client()));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void isThatOfTheKeyThatIsNamed() throws Exception {
        secret(Map.of("value", "one", "mine", "two"));

        assertThat(secrets.text("apps", reference("mine"))).isEqualTo("two");
    }

    @Test
    void isThatOfValueAndElseOfValueYaml() throws Exception {
        secret(Map.of("value.yaml", "two"));
        assertThat(secrets.text("apps", reference(""))).isEqualTo("two");

        secret(Map.of("value", "one", "value.yaml", "two"));
        assertThat(secrets.text("apps", reference(""))).isEqualTo("one");
    }

    @Test
    void itIsSaidWhichSecretOrKeyIsMissing() {
        assertThatThrownBy(() -> secrets.text("apps", reference("")))
                .isInstanceOf(TargetFailure.class)
                .hasMessage("unable to read KubeConfig secret 'apps/k' error: secrets \"k\" not found");

        secret(Map.of("wrong", "hunter2"));

        assertThatThrownBy(() -> secrets.text("apps", reference("")))
                .hasMessage(
                        "KubeConfig secret 'apps/k' does not contain a 'value' nor 'value.yaml' key with a kubeconfig");
        assertThatThrownBy(() -> secrets.text("apps", reference("mine")))
                .hasMessage("KubeConfig secret 'apps/k' does not contain a 'mine' key with a kubeconfig");
    }

    private static KubeConfigReference reference(String key) {
        return KubeConfigReference.builder()
                .secretRef(SecretKeyReference.builder().name("k").key(key).build())
                .build();
    }

    private void secret(Map<String, String> data) {
        SecretBuilder secret = new SecretBuilder()
                .withNewMetadata()
                .withNamespace("apps")
                .withName("k")
                .endMetadata();
        data.forEach((key, value) ->
                secret.addToData(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        api.client().resource(secret.build()).createOr(existing -> existing.update());
    }
}
