package io.fluxj.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions whose variables are the fields of one object: words are those that Flux's expressions give. */
final class ObjectExpressionTest {

    private static final Environment ENVIRONMENT = Environment.withObjects();
    private static final JsonNode OBJECT = json("""
            {"apiVersion": "v1", "kind": "Widget", "type": "Opaque", "metadata": {"name": "a", "generation": 3},
             "data": {"state": "up", "port": 80},
             "status": {"observedGeneration": 3, "ready": true, "conditions": [{"type": "Ready", "status": "True"}]}}""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.state == 'up'",
                "status.ready",
                "status.conditions.filter(e, e.type == 'Ready').all(e, e.status == 'True')",
                "status.conditions.exists(status, status.type == 'Ready') && status.ready",
                "has(status.conditions) && !has(data.missing)",
                "kind + '/' + metadata.name == 'Widget/a'",
                "type == 'Opaque'",
                "data.port in [80, 'http']",
                "sets.contains([data.port], [80])",
                "data.?missing.orValue('none') == 'none'"
            })
    void holds(String text) throws Exception {
        assertThat(ENVIRONMENT.compileOverFields(text).evaluate(OBJECT)).isTrue();
    }

    @Test
    void saysWhatTheObjectDoesNotHave() {
        assertThatThrownBy(() ->
                        ENVIRONMENT.compileOverFields("data.missing == 'x'").evaluate(OBJECT))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessage("failed to evaluate the CEL expression 'data.missing == 'x'': no such key: missing");
        assertThatThrownBy(() ->
                        ENVIRONMENT.compileOverFields("spec.replicas == 1").evaluate(OBJECT))
                .hasMessage("failed to evaluate the CEL expression 'spec.replicas == 1': no such attribute(s): spec");
    }

    @Test
    void saysThatAValueIsNoBoolean() {
        assertThatThrownBy(() -> ENVIRONMENT.compileOverFields("data.state").evaluate(OBJECT))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessage("failed to evaluate CEL expression as boolean: 'data.state'");
    }

    @Test
    void refusesWhatCanNeverBeABoolean() {
        assertThatThrownBy(() -> ENVIRONMENT.compileOverFields("'yes'"))
                .isInstanceOf(InvalidExpression.class)
                .hasMessage("CEL expression output type mismatch: expected bool, got string");
    }

    @Test
    void saysWhereTheSyntaxIsBroken() {
        assertThatThrownBy(() -> ENVIRONMENT.compileOverFields("data.state == "))
                .isInstanceOf(InvalidExpression.class)
                .hasMessage("failed to parse the CEL expression 'data.state == ': ERROR: <input>:1:15: Syntax error:"
                        + " mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null',"
                        + " NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n"
                        + " | data.state == \n"
                        + " | ..............^");
    }

    @Test
    void endsWhatCostsTooMuch() {
        String digits = "[0,1,2,3,4,5,6,7,8,9]";
        String loops = digits + ".all(a, " + digits + ".all(b, " + digits + ".all(c, " + digits + ".all(d, " + digits
                + ".all(e, " + digits + ".all(f, a + b + c + d + e + f + data.port > 0))))))";
        assertThatThrownBy(() -> ENVIRONMENT.compileOverFields(loops).evaluate(OBJECT))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessageEndingWith("operation cancelled: actual cost limit exceeded");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
