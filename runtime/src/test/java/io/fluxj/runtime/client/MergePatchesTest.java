package io.fluxj.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.scripted.SmallApi;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchesTest {
    private final SmallApi api = SmallApi.start();
    private final MergePatches<ConfigMap> patches = MergePatches.of(api.client(), ConfigMap.class, "tester");
    private final ConfigMap object = new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace("apps")
            .withName("settings")
            .endMetadata()
            .addToData("kept", "1")
            .build();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aPatchIsOneRequest() throws Exception {
        api.client().resource(object).create();
        int before = api.server().getRequestCount();

        ConfigMap answer = patches.patch(object.getMetadata(), changing());

        assertThat(answer.getData()).containsOnly(Map.entry("kept", "1"), Map.entry("new", "2"));
        assertThat(api.server().getRequestCount()).isEqualTo(before + 1);
        assertThat(api.server().getLastRequest().getPath())
                .isEqualTo("/api/v1/namespaces/apps/configmaps/settings?fieldManager=tester");
    }

    @Test
    void anObjectThatIsGoneIsToldByTheCode() {
        assertThatThrownBy(() -> patches.patch(object.getMetadata(), changing()))
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(404));
    }

    /** None of them reaches the server, where it would be another object's path. */
    @ParameterizedTest
    @ValueSource(strings = {"settings/status", "..", ".", "settings%2Fstatus", ""})
    void aNameThatLeadsElsewhereIsThatOfNoObject(String name) {
        int before = api.server().getRequestCount();

        assertThatThrownBy(() -> patches.patch("apps", name, changing()))
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(404));
        assertThat(api.server().getRequestCount()).isEqualTo(before);
    }

    private static ObjectNode changing() {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("data").put("new", "2");
        return patch;
    }
}
