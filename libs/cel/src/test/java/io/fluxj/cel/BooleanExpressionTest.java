package io.fluxj.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results and words are those that Flux was seen to give. */
final class BooleanExpressionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Environment ENVIRONMENT = Environment.withObjects("self", "dep");
    private static final String DEP = """
            {"metadata": {"name": "base", "generation": 3}, "spec": {"interval": "1h", "suspend": null, "share": 0.5},
             "status": {"observedGeneration": 3, "conditions": [{"type": "Ready", "status": "True"}]}}""";
    private static final String SELF = """
            {"metadata": {"name": "app"}, "spec": {"version": "base-1.2"}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "dep.metadata.generation == dep.status.observedGeneration",
                "dep.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')",
                "self.spec.version.startsWith(dep.metadata.name)",
                "dep.spec.suspend == null",
                "dep.metadata.generation >= 2.5 && dep.spec.share < 1",
                "!has(dep.metadata.labels)",
                "dep.?metadata.?labels.?team.orValue('none') == 'none'",
                "self.spec.version.replace('base', 'b').split('-') == ['b', '1.2']",
                "['a', 'b'].join('+') == 'a+b'",
                "sets.contains(['a', 'b'], ['b'])",
                "self.spec.version.matches('^base-[0-9.]+$')",
                "base64.encode(b'a') == 'YQ=='"
            })
    void holds(String text) throws Exception {
        assertThat(evaluate(text)).isTrue();
    }

    @Test
    void doesNotHold() throws Exception {
        assertThat(evaluate("dep.spec.interval == \"9h\"")).isFalse();
    }

    @Test
    void saysWhereTheSyntaxIsBroken() {
        assertThatThrownBy(() -> ENVIRONMENT.compile("dep.status.conditions.filter("))
                .isInstanceOf(InvalidExpression.class)
                .hasMessage("failed to parse the CEL expression 'dep.status.conditions.filter(': ERROR: <input>:1:30:"
                        + " Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', ')', '.', '-', '!',"
                        + " 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n"
                        + " | dep.status.conditions.filter(\n"
                        + " | .............................^");
        assertThatThrownBy(() -> ENVIRONMENT.compile("dep.("))
                .hasMessage("failed to parse the CEL expression 'dep.(': ERROR: <input>:1:5:"
                        + " Syntax error: no viable alternative at input '.('\n"
                        + " | dep.(\n"
                        + " | ....^");
    }

    @Test
    void saysWhichNameIsUnknown() {
        assertThatThrownBy(() -> ENVIRONMENT.compile("other.spec == 'x'"))
                .hasMessageContaining("undeclared reference to 'other' (in container '')");
    }

    @Test
    void refusesWhatGivesNoBoolean() {
        assertThatThrownBy(() -> ENVIRONMENT.compile("dep.spec.interval"))
                .isInstanceOf(InvalidExpression.class)
                .hasMessage("CEL expression output type mismatch: expected bool, got dyn");
        assertThatThrownBy(() -> ENVIRONMENT.compile("'yes'"))
                .hasMessage("CEL expression output type mismatch: expected bool, got string");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> evaluate("dep.metadata.labels['x'] == 'y'"))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessage("failed to evaluate the CEL expression 'dep.metadata.labels['x'] == 'y'':"
                        + " no such key: labels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'aaaaaaaaaa'.replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa')"
                        + ".replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa')"
                        + ".replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa') == ''",
                "[0,1,2,3,4,5,6,7,8,9].all(a, [0,1,2,3,4,5,6,7,8,9].all(b, [0,1,2,3,4,5,6,7,8,9].all(c,"
                        + " [0,1,2,3,4,5,6,7,8,9].all(d, [0,1,2,3,4,5,6,7,8,9].all(e, [0,1,2,3,4,5,6,7,8,9].all(f,"
                        + " [0,1,2,3,4,5,6,7,8,9].all(g, a + b + c + d + e + f + g >= 0)))))))"
            })
    void endsWhatCostsTooMuch(String text) {
        assertThatThrownBy(() -> evaluate(text))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessageEndingWith("operation cancelled: actual cost limit exceeded");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> ENVIRONMENT.compile("true" + " && true".repeat(2_000)))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageStartingWith("the CEL expression is longer than 10000 characters: 'true && true");
    }

    @Test
    void replacesAsGoDoes() {
        assertThat(GrowingTexts.replace("aaa", "a", "b", 2)).isEqualTo("bba");
        assertThat(GrowingTexts.replace("aaa", "aa", "b", -1)).isEqualTo("ba");
        assertThat(GrowingTexts.replace("äb", "", "-", -1)).isEqualTo("-ä-b-");
        assertThat(GrowingTexts.replace("ab", "", "-", 2)).isEqualTo("-a-b");
        assertThat(GrowingTexts.replace("ab", "x", "-", -1)).isEqualTo("ab");
        assertThat(GrowingTexts.replace("ab", "a", "-", 0)).isEqualTo("ab");
    }

    private static boolean evaluate(String text) throws InvalidExpression, EvaluationFailure {
        return ENVIRONMENT.compile(text).evaluate(Map.of("self", json(SELF), "dep", json(DEP)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
