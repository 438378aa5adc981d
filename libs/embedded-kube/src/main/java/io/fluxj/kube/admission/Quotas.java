package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.schema.Quantity;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Refuses new objects that would exceed a namespace's ResourceQuotas. */
final class Quotas {
    private static final ResourceName QUOTAS = new ResourceName("", "resourcequotas");
    /** What every container must say for itself when a quota limits it. */
    private static final List<String> TO_BE_SAID =
            List.of("cpu", "limits.cpu", "limits.memory", "memory", "requests.cpu", "requests.memory");

    private final ObjectStore store;
    private final QuotaUsage usage;
    private final ReentrantLock counting = new ReentrantLock();

    Quotas(ObjectStore store) {
        this.store = store;
        this.usage = new QuotaUsage(store);
    }

    /** Stores an object if the quotas allow it; nobody else's object comes in between. */
    <T> T within(Write write, Supplier<T> storing) {
        List<Stored> quotas = write.key().namespace().isEmpty()
                ? List.of()
                : store.list(QUOTAS, write.key().namespace()).objects();
        if (quotas.isEmpty()) {
            return storing.get();
        }
        counting.lock();
        try {
            quotas.forEach(quota -> check(write, quota.object()));
            return storing.get();
        } finally {
            counting.unlock();
        }
    }

    private void check(Write write, ObjectNode quota) {
        ResourceName resource = write.type().name();
        if (!QuotaScopes.match(quota, resource, write.next())) {
            return;
        }
        String name = new Meta(quota).name();
        if (write.creates("Pod")) {
            String missing = unsaid(quota, write.next());
            if (!missing.isEmpty()) {
                throw write.forbidden("failed quota: " + name + ": must specify " + missing);
            }
        }
        ObjectNode used = usage.used(quota, write.key().namespace());
        Map<String, String> exceeded = new TreeMap<>();
        for (String limit : QuotaUsage.limits(quota)) {
            Optional<String> wanted = QuotaUsage.source(limit)
                    .filter(resource::equals)
                    .flatMap(of -> QuotaUsage.amount(limit, write.next()));
            wanted.filter(amount -> exceeds(quota, used, limit, amount))
                    .ifPresent(amount -> exceeded.put(limit, amount));
        }
        if (!exceeded.isEmpty()) {
            throw write.forbidden("exceeded quota: " + name + ", requested: " + listed(exceeded) + ", used: "
                    + listed(of(exceeded, used)) + ", limited: "
                    + listed(of(exceeded, quota.path("spec").path("hard"))));
        }
    }

    private static boolean exceeds(ObjectNode quota, ObjectNode used, String limit, String amount) {
        String total = Quantity.sum(used.path(limit).asText("0"), amount);
        String hard = quota.path("spec").path("hard").path(limit).asText();
        return LimitCheck.number(amount).signum() > 0
                && LimitCheck.number(total).compareTo(LimitCheck.number(hard)) > 0;
    }

    private static Map<String, String> of(Map<String, String> limits, JsonNode amounts) {
        Map<String, String> out = new TreeMap<>();
        limits.keySet().forEach(limit -> out.put(limit, amounts.path(limit).asText("0")));
        return out;
    }

    private static String listed(Map<String, String> amounts) {
        return String.join(
                ",",
                amounts.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
    }

    private static String unsaid(ObjectNode quota, ObjectNode pod) {
        Map<String, TreeSet<String>> missing = new TreeMap<>();
        for (String limit : QuotaUsage.limits(quota)) {
            if (TO_BE_SAID.contains(limit)) {
                for (String list : List.of("containers", "initContainers")) {
                    pod.path("spec").path(list).forEach(container -> {
                        if (!says(container, limit)) {
                            missing.computeIfAbsent(limit, l -> new TreeSet<>())
                                    .add(container.path("name").asText());
                        }
                    });
                }
            }
        }
        return String.join(
                "; ",
                missing.entrySet().stream()
                        .map(e -> e.getKey() + " for: " + String.join(",", e.getValue()))
                        .toList());
    }

    private static boolean says(JsonNode container, String limit) {
        String field = limit.startsWith("limits.") ? "limits" : "requests";
        String name = limit.substring(limit.indexOf('.') + 1);
        return container.path("resources").path(field).has(name);
    }
}
