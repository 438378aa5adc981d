package io.fluxj.helm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.helm.values.ValuesYaml;
import org.junit.jupiter.api.Test;

/** Why items, and names of properties, do not fit. The texts are those of Helm 4.3.1 for the same chart. */
class ItemFailuresTest {
    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {
            "a": {"contains": {"type": "object", "required": ["x"], "properties": {"y": {"type": "integer"}}}},
            "m": {"contains": {"$ref": "#/$defs/big"}, "minContains": 2},
            "l": {"contains": {"$ref": "#/$defs/big"}, "maxContains": 1},
            "k": {"propertyNames": {"maxLength": 2}}},
            "$defs": {"big": {"type": "integer", "minimum": 5}}}""";

    private static String problems(String values) {
        return new SchemaCompiler().problems(SCHEMA, ValuesYaml.map(values));
    }

    @Test
    void eachItemThatIsNotWhatAListHasToContainIsTold() {
        assertThat(problems("a: [1, {y: s}, {}]\n")).isEqualTo("""
                - at '/a': no items match contains schema
                  - at '/a/0': got number, want object
                  - at '/a/1': missing property 'x'
                  - at '/a/2': missing property 'x'
                """);
        assertThat(problems("m: [1, 7, q]\n")).isEqualTo("""
                - at '/m': min 2 items required to match contains schema, but matched 1 items at 1
                  - at '/m/0': minimum: got 1, want 5
                  - at '/m/2': got string, want integer
                """);
    }

    @Test
    void anEmptyListContainsNothing() {
        assertThat(problems("a: []\n")).isEqualTo("- at '/a': no items match contains schema\n");
        assertThat(problems("m: []\n"))
                .isEqualTo("- at '/m': min 2 items required to match contains schema, but none matched\n");
    }

    @Test
    void itemsThatAreThereTooOftenAreCounted() {
        assertThat(problems("l: [9, 1, 7]\n"))
                .isEqualTo("- at '/l': max 1 items required to match contains schema, but matched 2 items at 0 2\n");
    }

    @Test
    void whatIsWrongWithANameIsTold() {
        assertThat(problems("k: {abc: 1, ab: 1}\n")).isEqualTo("""
                - at '/k': invalid propertyName 'abc'
                  - at '': maxLength: got 3, want 2
                """);
    }
}
