package io.fluxj.notification.receiver.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fluxj.cel.BooleanExpression;
import io.fluxj.cel.EvaluationFailure;
import io.fluxj.cel.Variables;
import io.fluxj.notification.receiver.check.Call;
import io.fluxj.notification.receiver.check.Genuine;
import io.fluxj.notification.receiver.filter.ReceiverExpressions;
import io.fluxj.notification.receiver.payload.GoJson;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import io.fluxj.notification.receiver.payload.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which objects one call is about: those for which the expressions of its Receiver hold. */
final class ObjectFilter {
    private static final ObjectMapper TREES = new ObjectMapper();

    private final ReceiverExpressions expressions;
    private final Variables call;

    private ObjectFilter(ReceiverExpressions expressions, Variables call) {
        this.expressions = expressions;
        this.call = call;
    }

    /**
     * For one call. Its body is read only where there are filters, and is nothing to them where it is not JSON.
     *
     * @throws MalformedPayload when it is said to be JSON and is not
     */
    static ObjectFilter of(Call call, Genuine genuine, ReceiverExpressions expressions) throws MalformedPayload {
        boolean json = expressions.haveFilters() && MediaType.isJson(call.header("Content-Type"));
        JsonNode body = json ? GoJson.object(genuine.body().array()) : TREES.createObjectNode();
        return new ObjectFilter(expressions, Variables.of(Map.of("req", body, "claims", genuine.claims())));
    }

    /** Whether every object of an entry passes, so that none need be read. */
    boolean passesAll(int entry) {
        return all(entry).isEmpty();
    }

    private List<BooleanExpression> all(int entry) {
        return Stream.of(expressions.resourceFilter(), expressions.filters().get(entry))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whether an object passes.
     *
     * @param entry of {@code spec.resources}, by its index
     */
    boolean passes(int entry, GenericKubernetesResource object) throws WakeFailure {
        List<BooleanExpression> all = all(entry);
        if (all.isEmpty()) {
            return true;
        }
        Variables both = call.with("res", metadata(object));
        try {
            for (BooleanExpression each : all) {
                if (!each.evaluate(both)) {
                    return false;
                }
            }
            return true;
        } catch (EvaluationFailure failed) {
            throw new WakeFailure(String.valueOf(failed.getMessage()));
        }
    }

    /** Filters see no more of an object than its metadata, with numbers as Go's JSON has them. */
    private static JsonNode metadata(GenericKubernetesResource object) throws WakeFailure {
        ObjectNode seen = TREES.createObjectNode();
        seen.put("apiVersion", object.getApiVersion());
        seen.put("kind", object.getKind());
        seen.set("metadata", TREES.valueToTree(object.getMetadata()));
        try {
            return GoJson.object(seen.toString().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedPayload deep) {
            throw new WakeFailure("the object's metadata cannot be read: " + deep.message());
        }
    }
}
