package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives containers the resources that a namespace's LimitRanges say, and refuses Pods and claims outside of them. */
final class LimitRanges {
    private static final ResourceName RANGES = new ResourceName("", "limitranges");
    private static final String ANNOTATION = "kubernetes.io/limit-ranger";
    private static final Map<String, String> CONTAINERS = containers();

    private final ObjectStore store;

    LimitRanges(ObjectStore store) {
        this.store = store;
    }

    private static Map<String, String> containers() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("containers", "container");
        out.put("initContainers", "init container");
        return out;
    }

    private List<JsonNode> limits(Write write, String type) {
        List<JsonNode> out = new ArrayList<>();
        for (Stored range : store.list(RANGES, write.key().namespace()).objects()) {
            for (JsonNode limit : range.object().path("spec").path("limits")) {
                if (limit.path("type").asText().equals(type)) {
                    out.add(limit);
                }
            }
        }
        return out;
    }

    void fill(Write write) {
        if (!write.creates("Pod")) {
            return;
        }
        for (JsonNode limit : limits(write, "Container")) {
            List<String> done = new ArrayList<>();
            CONTAINERS.forEach((list, word) -> {
                for (JsonNode container : write.next().path("spec").path(list)) {
                    String name = " for " + word + " " + container.path("name").asText();
                    say(done, fill(container, "requests", limit.path("defaultRequest")), " request" + name);
                    say(done, fill(container, "limits", limit.path("default")), " limit" + name);
                }
            });
            if (!done.isEmpty()) {
                Nodes.child(Nodes.child(write.next(), "metadata"), "annotations")
                        .put(ANNOTATION, "LimitRanger plugin set: " + String.join("; ", done));
            }
        }
    }

    private static void say(List<String> done, Set<String> resources, String what) {
        if (!resources.isEmpty()) {
            done.add(String.join(", ", resources) + what);
        }
    }

    private static Set<String> fill(JsonNode container, String field, JsonNode defaults) {
        Set<String> out = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : defaults.properties()) {
            ObjectNode values = Nodes.child(Nodes.child((ObjectNode) container, "resources"), field);
            if (!values.has(entry.getKey())) {
                values.set(entry.getKey(), entry.getValue());
                out.add(entry.getKey());
            }
        }
        return out;
    }

    void check(Write write) {
        List<String> wrong = new ArrayList<>();
        if (write.creates("Pod")) {
            for (JsonNode limit : limits(write, "Container")) {
                for (String list : List.of("containers", "initContainers")) {
                    write.next().path("spec").path(list).forEach(c -> LimitCheck.of(limit, c.path("resources"))
                            .check(wrong));
                }
            }
            for (JsonNode limit : limits(write, "Pod")) {
                LimitCheck.of(limit, PodResources.of(write.next().path("spec"))).check(wrong);
            }
        } else if (write.creates("PersistentVolumeClaim")) {
            JsonNode resources = write.next().path("spec").path("resources");
            limits(write, "PersistentVolumeClaim")
                    .forEach(limit -> LimitCheck.of(limit, resources).check(wrong));
        }
        if (!wrong.isEmpty()) {
            throw write.forbidden(wrong.size() == 1 ? wrong.getFirst() : "[" + String.join(", ", wrong) + "]");
        }
    }
}
