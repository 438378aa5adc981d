package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import java.util.Comparator;
import java.util.Optional;

/** Gives Pods the number that their priority class stands for. */
final class Priorities {
    private static final ResourceName CLASSES = new ResourceName("scheduling.k8s.io", "priorityclasses");

    private final ObjectStore store;

    Priorities(ObjectStore store) {
        this.store = store;
    }

    void fill(Write write) {
        if (!write.creates("Pod") || !(write.next().get("spec") instanceof ObjectNode spec)) {
            return;
        }
        String name = spec.path("priorityClassName").asText("");
        Optional<ObjectNode> found = name.isEmpty() ? usual() : named(name);
        if (found.isEmpty() && !name.isEmpty()) {
            throw write.forbidden("no PriorityClass with name " + name + " was found");
        }
        JsonNode value = found.map(c -> c.path("value")).orElse(spec.path("none"));
        if (spec.has("priority") && spec.path("priority").asInt() != value.asInt(0)) {
            throw write.forbidden("the integer value of priority ("
                    + spec.path("priority").asText()
                    + ") must not be provided in pod spec; priority admission controller computed " + value.asInt(0)
                    + " from the given PriorityClass name");
        }
        spec.put("priority", value.asInt(0));
        found.ifPresent(c -> {
            spec.put("priorityClassName", new Meta(c).name());
            spec.put("preemptionPolicy", c.path("preemptionPolicy").asText("PreemptLowerPriority"));
        });
    }

    private Optional<ObjectNode> named(String name) {
        return store.get(CLASSES, new Key("", name)).map(Stored::object);
    }

    /** The class that holds for Pods without one; the lowest when there are several. */
    private Optional<ObjectNode> usual() {
        return store.list(CLASSES, "").objects().stream()
                .map(Stored::object)
                .filter(c -> c.path("globalDefault").asBoolean())
                .min(Comparator.comparingInt(c -> c.path("value").asInt()));
    }
}
