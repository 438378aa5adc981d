package io.fluxj.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.api.Kinds;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the API server can hold, now or after a later version of the schemas, is read and written without loss. */
class GeneratedObjectsTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    Arbitrary<JsonNode> objects() {
        return Arbitraries.of(Crd.all()).flatMap(SchemaArbitraries::objectsOf);
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void surviveReadingAndWriting(@ForAll("objects") JsonNode object) throws JsonProcessingException {
        String text = object.toString();

        CustomResource<?, ?> read = SERIALIZATION.unmarshal(text, typeOf(object));

        assertThat(JSON.readTree(SERIALIZATION.asJson(read))).isEqualTo(JSON.readTree(text));
    }

    private static Class<? extends CustomResource<?, ?>> typeOf(JsonNode object) {
        return Kinds.all().stream()
                .filter(type ->
                        HasMetadata.getKind(type).equals(object.get("kind").asText()))
                .findFirst()
                .orElseThrow();
    }
}
