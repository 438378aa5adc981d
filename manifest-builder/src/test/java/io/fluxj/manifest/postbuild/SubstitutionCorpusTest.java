package io.fluxj.manifest.postbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.api.kustomize.v1.PostBuild;
import io.fluxj.api.kustomize.v1.SubstituteStrategy;
import io.fluxj.api.meta.Choice;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.Kustomize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole objects, with the answers of the function that the real controller calls. */
final class SubstitutionCorpusTest {

    private static final Path FILE = Path.of("src/test/resources/substitution-corpus/resources.yaml");
    private static final String YAML_ERROR = "envsubst error: YAMLToJSON: yaml: ";

    /** Half a character is refused by the text engine already, with words of its own. */
    private static final Set<String> REFUSED_EARLIER = Set.of("utf8-cut");

    record Case(JsonNode node) {
        @Override
        public String toString() {
            return node.path("id").asText();
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile()).forEach(node -> cases.add(new Case(node)));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheRecordedObjectOrError(Case recorded) throws SubstitutionFailure {
        JsonNode node = recorded.node();
        BuiltResource object = Kustomize.reread(node.path("input").asText());
        if (REFUSED_EARLIER.contains(recorded.toString())) {
            assertThatThrownBy(() -> substitute(node, object)).isInstanceOf(SubstitutionFailure.class);
        } else if (node.path("error").asText().startsWith(YAML_ERROR)) {
            assertThatThrownBy(() -> substitute(node, object)).hasMessageStartingWith(YAML_ERROR);
        } else if (node.has("error")) {
            assertThatThrownBy(() -> substitute(node, object))
                    .hasMessage(node.path("error").asText());
        } else if (node.path("untouched").asBoolean()) {
            assertThat(substitute(node, object)).isSameAs(object);
        } else {
            assertThat(substitute(node, object).toYaml())
                    .isEqualTo(node.path("expect").asText());
        }
    }

    private static BuiltResource substitute(JsonNode node, BuiltResource object) throws SubstitutionFailure {
        Map<String, String> values = new TreeMap<>();
        node.path("vars")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        SubstituteStrategy strategy =
                node.path("always").asBoolean() ? SubstituteStrategy.ALWAYS : SubstituteStrategy.WITH_VARIABLES;
        PostBuild asked =
                PostBuild.builder().substituteStrategy(Choice.of(strategy)).build();
        return ObjectSubstitution.of(
                        asked, Variables.of(values), node.path("strict").asBoolean())
                .substitute(object);
    }
}
