package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Quantity;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the objects of a namespace use of what a ResourceQuota limits. */
public final class QuotaUsage {
    static final ResourceName PODS = new ResourceName("", "pods");
    private static final ResourceName SERVICES = new ResourceName("", "services");
    private static final ResourceName CLAIMS = new ResourceName("", "persistentvolumeclaims");
    private static final String COUNT = "count/";
    private static final String CLASS = ".storageclass.storage.k8s.io/";
    private static final Set<String> COUNTED =
            Set.of("configmaps", "secrets", "replicationcontrollers", "resourcequotas", "services", "pods");
    private static final List<String> COMPUTED =
            List.of("cpu", "memory", "ephemeral-storage", "requests.", "limits.", "hugepages-");

    private final ObjectStore store;

    /** Counts the objects in the store. */
    public QuotaUsage(ObjectStore store) {
        this.store = store;
    }

    /** The used amounts by the names of the hard limits. */
    public ObjectNode used(ObjectNode quota, String namespace) {
        ObjectNode out = Nodes.object();
        for (String limit : limits(quota)) {
            source(limit).ifPresent(resource -> out.put(limit, used(quota, namespace, resource, limit)));
        }
        return out;
    }

    static List<String> limits(ObjectNode quota) {
        return quota.path("spec").path("hard").properties().stream()
                .map(e -> e.getKey())
                .sorted()
                .toList();
    }

    private String used(ObjectNode quota, String namespace, ResourceName resource, String limit) {
        String sum = "0";
        for (Stored stored : store.list(resource, namespace).objects()) {
            if (QuotaScopes.match(quota, resource, stored.object())) {
                Optional<String> amount = amount(limit, stored.object());
                sum = amount.isEmpty() ? sum : sum.equals("0") ? amount.get() : Quantity.sum(sum, amount.get());
            }
        }
        return sum;
    }

    /** Whose objects a limit is about; empty when nothing is known of it. */
    static Optional<ResourceName> source(String limit) {
        if (limit.startsWith(COUNT)) {
            String[] parts = limit.substring(COUNT.length()).split("\\.", 2);
            return Optional.of(new ResourceName(parts.length > 1 ? parts[1] : "", parts[0]));
        }
        if (limit.equals("requests.storage") || limit.contains(CLASS) || limit.equals(CLAIMS.plural())) {
            return Optional.of(CLAIMS);
        }
        if (limit.startsWith("services.")) {
            return Optional.of(SERVICES);
        }
        if (COUNTED.contains(limit)) {
            return Optional.of(new ResourceName("", limit));
        }
        return COMPUTED.stream().anyMatch(limit::startsWith) ? Optional.of(PODS) : Optional.empty();
    }

    /** What one object, of the resource that the limit is about, uses of it. */
    static Optional<String> amount(String limit, ObjectNode object) {
        JsonNode spec = object.path("spec");
        if (limit.startsWith(COUNT)) {
            return Optional.of("1");
        }
        if (limit.contains(CLASS)) {
            int at = limit.indexOf(CLASS);
            boolean same = spec.path("storageClassName").asText("").equals(limit.substring(0, at));
            return same ? amount(limit.substring(at + CLASS.length()), object) : Optional.empty();
        }
        return switch (limit) {
            case "requests.storage" ->
                text(spec.path("resources").path("requests").get("storage"));
            case "services.loadbalancers" ->
                Optional.of(spec.path("type").asText().equals("LoadBalancer") ? "1" : "0");
            case "services.nodeports" -> Optional.of(Integer.toString(nodePorts(spec)));
            case "pods" -> ended(object) ? Optional.empty() : Optional.of("1");
            default ->
                COUNTED.contains(limit) || limit.equals(CLAIMS.plural())
                        ? Optional.of("1")
                        : ended(object) ? Optional.empty() : computed(limit, spec);
        };
    }

    private static Optional<String> computed(String limit, JsonNode spec) {
        ObjectNode sums = PodResources.of(spec);
        if (limit.startsWith("limits.")) {
            return text(sums.path("limits").get(limit.substring("limits.".length())));
        }
        String name = limit.startsWith("requests.") ? limit.substring("requests.".length()) : limit;
        return text(sums.path("requests").get(name));
    }

    private static int nodePorts(JsonNode spec) {
        return switch (spec.path("type").asText()) {
            case "NodePort" -> spec.path("ports").size();
            case "LoadBalancer" ->
                spec.path("allocateLoadBalancerNodePorts").asBoolean(true)
                        ? spec.path("ports").size()
                        : 0;
            default -> 0;
        };
    }

    private static boolean ended(ObjectNode pod) {
        return Set.of("Succeeded", "Failed")
                .contains(pod.path("status").path("phase").asText());
    }

    private static Optional<String> text(@Nullable JsonNode value) {
        return Optional.ofNullable(value).map(JsonNode::asText);
    }
}
