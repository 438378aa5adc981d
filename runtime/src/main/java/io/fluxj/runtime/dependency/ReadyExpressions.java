package io.fluxj.runtime.dependency;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.cel.Environment;
import io.fluxj.cel.EvaluationFailure;
import io.fluxj.cel.InvalidExpression;
import java.util.Map;

/** Evaluates {@code spec.dependsOn[].readyExpr}. It sees both objects in full, as {@code self} and {@code dep}. Source: behaviour §0.5. */
final class ReadyExpressions {

    private final KubernetesSerialization json;

    ReadyExpressions(KubernetesSerialization json) {
        this.json = json;
    }

    /** Made when the first expression comes: most clusters have none. */
    private static final class Language {
        static final Environment ENVIRONMENT = Environment.withObjects("self", "dep");
    }

    boolean holds(String expression, HasMetadata self, HasMetadata dependency)
            throws InvalidExpression, EvaluationFailure {
        return holds(expression, self, tree(dependency));
    }

    boolean holds(String expression, HasMetadata self, JsonNode dependency)
            throws InvalidExpression, EvaluationFailure {
        return Language.ENVIRONMENT.compile(expression).evaluate(Map.of("self", tree(self), "dep", dependency));
    }

    private JsonNode tree(HasMetadata object) {
        return json.convertValue(object, JsonNode.class);
    }
}
