package io.fluxj.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ValueExpressionTest {

    private static final Environment ENVIRONMENT = Environment.withObjects("claims", "vars");

    @Test
    void givesWhatOtherExpressionsUse() throws Exception {
        Variables claims = claims("{\"sub\": \"repo:acme/x:ref:refs/heads/main\", \"groups\": [\"a\", \"b\"]}");
        Map<String, Object> vars = Map.of(
                "parts", ENVIRONMENT.compileValue("claims.sub.split(':')").evaluate(claims),
                "none", ENVIRONMENT.compileValue("null").evaluate(claims),
                "old",
                        ENVIRONMENT
                                .compileValue("timestamp('2020-01-01T00:00:00Z')")
                                .evaluate(claims));
        Variables both = claims.with("vars", vars);
        assertThat(ENVIRONMENT
                        .compile("vars.parts[1] == 'acme/x' && vars.none == null && vars.old.getFullYear() == 2020")
                        .evaluate(both))
                .isTrue();
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        ValueExpression expression = ENVIRONMENT.compileValue("claims.nope");
        Variables claims = claims("{}");
        assertThatThrownBy(() -> expression.evaluate(claims))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessage("failed to evaluate the CEL expression 'claims.nope': no such key: nope");
    }

    @Test
    void refusesWhatIsNoExpression() {
        assertThatThrownBy(() -> ENVIRONMENT.compileValue("foo(")).isInstanceOf(InvalidExpression.class);
        assertThatThrownBy(() -> ENVIRONMENT.compileValue("nobody.sub"))
                .hasMessageContaining("undeclared reference to 'nobody'");
    }

    private static Variables claims(String json) throws Exception {
        JsonNode claims = new ObjectMapper().readTree(json);
        return Variables.of(Map.of("claims", claims, "vars", new ObjectMapper().createObjectNode()));
    }
}
