package io.fluxj.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.api.json.UndeclaredFields;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Manifest> manifests() {
        return Stream.of(Manifest.seeds(), Manifest.complete()).flatMap(List::stream);
    }

    @Test
    void thereAreAsManySeedsAsTheirIndexSays() {
        assertThat(Manifest.seeds()).hasSize(42);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void losesAndInventsNothing(Manifest manifest) throws JsonProcessingException {
        var read = SERIALIZATION.unmarshal(manifest.object().toString(), manifest.type());

        JsonNode written = JSON.readTree(SERIALIZATION.asJson(read));

        assertThat(written).isEqualTo(inNewestVersion(manifest));
    }

    /** Rule D1: an object in an older version is handled, and written, as the newest. */
    private static JsonNode inNewestVersion(Manifest manifest) {
        ObjectNode object = manifest.object().deepCopy();
        return object.put("apiVersion", HasMetadata.getApiVersion(manifest.type()));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void knowsEveryFieldByType(Manifest manifest) {
        var read = SERIALIZATION.unmarshal(manifest.object().toString(), manifest.type());

        List<String> expected = manifest.file().equals("tenancy/002-kustomization-tenants.yaml")
                ? List.of("spec.validation") // rule D4: a field that only older versions had
                : List.of();
        assertThat(UndeclaredFields.of("spec", (Record) read.getSpec())).isEqualTo(expected);
    }
}
