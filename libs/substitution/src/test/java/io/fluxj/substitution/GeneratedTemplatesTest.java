package io.fluxj.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Templates made at random, with what the library that Flux uses made of them. The file's first line has their variables. */
final class GeneratedTemplatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void answersAsFluxDoes() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSize(3001);
        Map<String, String> variables = new TreeMap<>();
        JSON.readTree(lines.getFirst())
                .properties()
                .forEach(e -> variables.put(e.getKey(), e.getValue().asText()));

        Map<String, String> expected = new TreeMap<>();
        Map<String, String> answers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            JsonNode sample = JSON.readTree(line);
            String template = sample.get("input").asText();
            Mode mode = sample.get("strict").asBoolean() ? Mode.STRICT : Mode.LENIENT;
            expected.put(template, expected(sample));
            answers.put(template, answer(template, variables, mode));
        }
        assertThat(answers).hasSize(3000).isEqualTo(expected);
    }

    private static String answer(String template, Map<String, String> variables, Mode mode) {
        try {
            return "text " + Template.parse(template).evaluate(variables, mode);
        } catch (SubstitutionException e) {
            String message = Objects.requireNonNull(e.getMessage());
            return message.contains("cuts a character") ? "refused" : "error " + message;
        }
    }

    /** Where Flux leaves half a character there is no message to agree on. */
    private static String expected(JsonNode sample) {
        if (sample.has("expect")) {
            return "text " + sample.get("expect").asText();
        }
        return sample.has("error") ? "error " + sample.get("error").asText() : "refused";
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = GeneratedTemplatesTest.class.getResourceAsStream("generated.jsonl")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(text.lines().toList());
        }
    }
}
