package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.render.ClusterLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What templates look up, seen as whoever the release acts as. */
record LiveLookup(Cluster cluster) implements ClusterLookup {

    @Override
    public Map<String, @Nullable Object> find(String apiVersion, String kind, String namespace, String name) {
        ObjectRef ref = ObjectRef.of(apiVersion, kind, namespace, name);
        try {
            Optional<? extends JsonNode> found = name.isEmpty() ? Optional.of(cluster.list(ref, "")) : cluster.get(ref);
            return found.map(LiveLookup::map).orElseGet(HashMap::new);
        } catch (UnknownKindException e) {
            throw new GoError("unable to get apiresource from unstructured: " + apiVersion + ", Kind=" + kind + ": "
                    + e.getMessage());
        } catch (ApiException e) {
            if (e.notFound()) {
                return new HashMap<>();
            }
            throw new GoError(String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, @Nullable Object> map(JsonNode node) {
        Map<String, @Nullable Object> map = new HashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
        return map;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> map(node);
            case ARRAY -> list(node);
            case NUMBER -> node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble();
            case BOOLEAN -> node.asBoolean();
            case STRING, BINARY -> node.asText();
            case NULL, MISSING -> null;
        };
    }

    private static List<@Nullable Object> list(JsonNode node) {
        List<@Nullable Object> items = new ArrayList<>();
        node.forEach(item -> items.add(value(item)));
        return items;
    }
}
