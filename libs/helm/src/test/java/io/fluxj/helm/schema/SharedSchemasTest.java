package io.fluxj.helm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.helm.values.ValuesYaml;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One set of drafts serves all charts at once, and no chart sees the schema of another. */
class SharedSchemasTest {
    private static final int CHARTS = 64;
    private static final List<String> DRAFTS =
            List.of("http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2020-12/schema");

    private final SchemaCompiler shared = new SchemaCompiler();

    @Test
    void chartsWhoseSchemasHaveTheSameNameAreToldApart() {
        List<String> found = IntStream.range(0, CHARTS)
                .parallel()
                .mapToObj(each -> shared.problems(schema(each), ValuesYaml.map("a: 1000\n")))
                .toList();

        assertThat(found)
                .isEqualTo(IntStream.range(0, CHARTS)
                        .mapToObj(each -> "- at '/a': maximum: got 1,000, want %d\n".formatted(each))
                        .toList());
    }

    private static String schema(int most) {
        return """
                {"$schema": "%s", "$id": "https://example.com/values.json",
                "properties": {"a": {"$ref": "#/definitions/small"}}, "definitions": {"small": {"maximum": %d}}}
                """.formatted(DRAFTS.get(most % DRAFTS.size()), most);
    }
}
