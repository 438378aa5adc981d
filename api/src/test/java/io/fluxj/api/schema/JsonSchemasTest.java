package io.fluxj.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.fluxj.api.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas, read as an editor reads them. */
class JsonSchemasTest {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final String EXCERPT = "kustomizations/001-kustomization-apps-substitute-from.yaml";

    static Stream<Manifest> manifests() {
        return Stream.of(Manifest.seeds(), Manifest.complete())
                .flatMap(List::stream)
                .filter(manifest -> !manifest.file().equals(EXCERPT));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void acceptWhatTheApiServerAccepts(Manifest manifest) {
        assertThat(errorsOf(manifest)).isEmpty();
    }

    @Test
    void nameWhatIsMissing() {
        Manifest excerpt = Manifest.seeds().stream()
                .filter(seed -> seed.file().equals(EXCERPT))
                .findFirst()
                .orElseThrow();

        assertThat(errorsOf(excerpt)).singleElement().asString().contains("sourceRef");
    }

    @Test
    void nameWhatIsUnknownAndWhatIsNoChoice() {
        ObjectNode object = Manifest.complete().stream()
                .filter(manifest -> manifest.kind().equals("GitRepository"))
                .findFirst()
                .orElseThrow()
                .object()
                .deepCopy();
        ((ObjectNode) object.get("spec")).put("intervall", "1m").put("provider", "gitea");

        assertThat(errorsOf(new Manifest("typing-errors", object)))
                .hasSize(2)
                .anySatisfy(error -> assertThat(error).contains("intervall"))
                .anySatisfy(error -> assertThat(error).contains("provider").contains("azure"));
    }

    private static List<String> errorsOf(Manifest manifest) {
        List<String> groupAndVersion = List.of(manifest.apiVersion().split("/", 2));
        Path file = Path.of("../crds/schemas", groupAndVersion.get(0))
                .resolve(manifest.kind().toLowerCase(Locale.ROOT) + "_" + groupAndVersion.get(1) + ".json");
        var schema = FACTORY.getSchema(SchemaLocation.of(file.toUri().toString()));
        return schema.validate(manifest.object()).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
