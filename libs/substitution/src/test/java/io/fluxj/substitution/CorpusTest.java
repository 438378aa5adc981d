package io.fluxj.substitution;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus: what the library that Flux uses made of the template. */
final class CorpusTest {
    private static final Path SHIPPED = Path.of("src/test/resources/io/fluxj/substitution");

    @TestFactory
    Stream<DynamicNode> answersAsFluxDoes() {
        return GoldenTests.of(GoldenFolder.of(SHIPPED).items("cases.yaml", ""), CorpusTest::verdict);
    }

    private static Verdict verdict(Recording recording) {
        JsonNode sample = recording.document();
        StringBuilder difference = new StringBuilder();
        for (Mode mode : modes(sample.get("strict").asText())) {
            difference.append(difference(sample, mode));
        }
        return Verdict.of(difference.toString());
    }

    private static Set<Mode> modes(String strict) {
        return switch (strict) {
            case "true" -> Set.of(Mode.STRICT);
            case "false" -> Set.of(Mode.LENIENT);
            default -> Set.of(Mode.STRICT, Mode.LENIENT);
        };
    }

    private static String difference(JsonNode sample, Mode mode) {
        try {
            String text =
                    "text: " + Template.parse(sample.get("input").asText()).evaluate(variables(sample), mode);
            return Diff.between(recorded(sample), text);
        } catch (SubstitutionException e) {
            // Half a character, which no YAML document may hold, is refused.
            return sample.has("expectBase64") ? "" : Diff.between(recorded(sample), "error: " + e.getMessage());
        }
    }

    private static String recorded(JsonNode sample) {
        return sample.has("expect")
                ? "text: " + sample.get("expect").asText()
                : "error: " + sample.path("error").asText();
    }

    private static Map<String, String> variables(JsonNode sample) {
        Map<String, String> variables = new HashMap<>();
        sample.get("vars")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }
}
