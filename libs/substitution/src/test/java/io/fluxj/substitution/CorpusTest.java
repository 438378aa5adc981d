package io.fluxj.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus: what the library that Flux uses made of the template. */
final class CorpusTest {

    @TestFactory
    Stream<DynamicTest> answersAsFluxDoes() throws IOException {
        try (var in = CorpusTest.class.getResourceAsStream("cases.yaml")) {
            var cases = new ObjectMapper(new YAMLFactory()).readTree(in);
            assertThat(cases).hasSize(348);
            return cases.valueStream().flatMap(CorpusTest::testsOf);
        }
    }

    private static Stream<DynamicTest> testsOf(JsonNode sample) {
        return modes(sample.get("strict").asText()).stream()
                .map(mode -> DynamicTest.dynamicTest(
                        sample.get("id").asText() + " " + mode + " " + sample.get("input"), () -> check(sample, mode)));
    }

    private static Set<Mode> modes(String strict) {
        return switch (strict) {
            case "true" -> Set.of(Mode.STRICT);
            case "false" -> Set.of(Mode.LENIENT);
            default -> Set.of(Mode.STRICT, Mode.LENIENT);
        };
    }

    private static void check(JsonNode sample, Mode mode) throws SubstitutionException {
        var input = sample.get("input").asText();
        if (sample.has("expect")) {
            assertThat(Template.parse(input).evaluate(variables(sample), mode))
                    .isEqualTo(sample.get("expect").asText());
        } else if (sample.has("error")) {
            assertThatThrownBy(() -> Template.parse(input).evaluate(variables(sample), mode))
                    .isInstanceOf(SubstitutionException.class)
                    .hasMessage(sample.get("error").asText());
        } else {
            // Half a character, which no YAML document may hold.
            assertThat(sample.has("expectBase64")).isTrue();
            assertThatThrownBy(() -> Template.parse(input).evaluate(variables(sample), mode))
                    .isInstanceOf(SubstitutionException.class);
        }
    }

    private static Map<String, String> variables(JsonNode sample) {
        var variables = new HashMap<String, String>();
        sample.get("vars")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }
}
