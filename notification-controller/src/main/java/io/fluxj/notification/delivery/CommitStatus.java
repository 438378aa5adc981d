package io.fluxj.notification.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.cel.Environment;
import io.fluxj.cel.EvaluationFailure;
import io.fluxj.cel.InvalidExpression;
import io.fluxj.cel.TextExpression;
import io.fluxj.cel.Variables;
import io.fluxj.notification.event.Event;
import io.fluxj.notification.event.EventJson;
import io.fluxj.notification.provider.DeliveryFailure;
import java.util.Locale;
import java.util.Map;

/** How the status of a commit is called. Source: behaviour §4.2. */
final class CommitStatus {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Environment expressions = Environment.withObjects("event", "alert", "provider");

    String of(Provider provider, Alert alert, Event event) throws DeliveryFailure {
        String expression = provider.getSpec().commitStatusExpr();
        return expression == null || expression.isEmpty()
                ? usual(provider, event)
                : evaluated(expression, provider, alert, event);
    }

    /** Providers of other clusters have other uids. */
    private static String usual(Provider provider, Event event) {
        String uid = String.valueOf(provider.getMetadata().getUid());
        int dash = uid.indexOf('-');
        String name = event.involved().kind() + "/" + event.involved().name() + "/"
                + (dash < 0 ? uid : uid.substring(0, dash));
        return name.toLowerCase(Locale.ROOT);
    }

    private String evaluated(String text, Provider provider, Alert alert, Event event) throws DeliveryFailure {
        try {
            TextExpression expression = expressions.compileText(text);
            return expression.evaluate(Variables.of(
                    Map.of("event", EventJson.tree(event), "alert", tree(alert), "provider", tree(provider))));
        } catch (InvalidExpression | EvaluationFailure unusable) {
            throw new DeliveryFailure(
                    "failed to create commit status: failed to evaluate the spec.commitStatusExpr CEL expression for the event: "
                            + unusable.getMessage());
        }
    }

    private static JsonNode tree(Object object) {
        return JSON.valueToTree(object);
    }
}
