package io.fluxj.kustomization.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every field of a spec counts for a build, but for those that are named as not counting. */
final class BuildFieldsTest {

    @Test
    void everyFieldCountsThatIsNotNamed() {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        fields().forEach(name -> spec.put(name, "x"));

        List<String> counting = BuildFields.of(spec).properties().stream()
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();

        assertThat(counting)
                .containsExactly(
                        "buildMetadata",
                        "commonMetadata",
                        "components",
                        "decryption",
                        "ignoreMissingComponents",
                        "images",
                        "namePrefix",
                        "nameSuffix",
                        "patches",
                        "postBuild",
                        "targetNamespace");
    }

    @Test
    void namesOnlyFieldsThatThereAre() {
        assertThat(fields()).containsAll(BuildFields.WITHOUT_EFFECT);
    }

    @Test
    void aFieldOfALaterVersionCounts() {
        ObjectNode spec = JsonNodeFactory.instance.objectNode().put("transformers", "x");

        assertThat(BuildFields.of(spec)).isEqualTo(spec);
    }

    private static List<String> fields() {
        return Arrays.stream(KustomizationSpec.class.getRecordComponents())
                .filter(component -> !component.getName().equals("unknown"))
                .map(BuildFieldsTest::name)
                .toList();
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }
}
