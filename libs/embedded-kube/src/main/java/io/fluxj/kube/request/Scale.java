package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.User;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.discovery.Tables;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.patch.JsonPatch;
import io.fluxj.kube.patch.MergePatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The scale subresource: how many replicas there are and how many there should be. */
final class Scale {
    private final Objects objects;

    Scale(Objects objects) {
        this.objects = objects;
    }

    HttpResponse handle(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        Target target = ResourceHandler.target(info, type, request, user, "UpdateOptions");
        return switch (info.verb()) {
            case "get" -> answer(request, type, scale(type, objects.get(target)));
            case "update" -> {
                JsonNode wanted = Bodies.read(objects.core(), request);
                yield set(request, target, live -> wanted);
            }
            case "patch" -> set(request, target, live -> patched(request, scale(type, live)));
            default -> throw ApiError.methodNotAllowed();
        };
    }

    @FunctionalInterface
    private interface Wanted {
        JsonNode of(ObjectNode live);
    }

    private HttpResponse set(HttpRequest request, Target target, Wanted wanted) {
        ResourceType type = target.type();
        Target whole = new Target(type, target.key(), "scale", target.user(), target.options(), target.warnings());
        Objects.Written written = objects.edit(
                whole,
                live -> {
                    JsonNode scale = wanted.of(live);
                    String version =
                            scale.path("metadata").path("resourceVersion").asText("");
                    ObjectNode next = live.deepCopy();
                    if (!version.isEmpty()) {
                        new Meta(next).node().put("resourceVersion", version);
                    }
                    write(next, path(type, "specReplicasPath", ".spec.replicas"), scale);
                    return next;
                },
                true);
        return answer(request, type, scale(type, written.object()));
    }

    private static HttpResponse answer(HttpRequest request, ResourceType type, ObjectNode scale) {
        Presentation presentation = Presentation.of(request);
        ObjectNode shown =
                switch (presentation.form()) {
                    case WHOLE -> scale;
                    case METADATA -> Presentation.metadata(scale);
                    case TABLE -> {
                        ObjectNode table = Tables.scale(type, scale, presentation.include());
                        table.putObject("metadata").put("resourceVersion", new Meta(scale).resourceVersion());
                        yield table;
                    }
                };
        return Answers.object(request, 200, shown, List.of());
    }

    private static void write(ObjectNode object, List<String> path, JsonNode scale) {
        ObjectNode at = object;
        for (String step : path.subList(0, path.size() - 1)) {
            at = Nodes.child(at, step);
        }
        at.put(path.getLast(), scale.path("spec").path("replicas").asInt(0));
    }

    private static JsonNode patched(HttpRequest request, ObjectNode scale) {
        try {
            JsonNode patch = Nodes.parse(request.body());
            return Patches.mediaType(request).equals("application/json-patch+json")
                    ? JsonPatch.apply(scale, patch)
                    : MergePatch.apply(scale, patch);
        } catch (IOException e) {
            throw ApiError.badRequest("error decoding patch: " + Bodies.problem(e));
        }
    }

    private static ObjectNode scale(ResourceType type, ObjectNode object) {
        Meta meta = new Meta(object);
        ObjectNode out = Nodes.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = out.putObject("metadata").put("name", meta.name());
        if (type.namespaced()) {
            metadata.put("namespace", meta.namespace());
        }
        metadata.put("uid", meta.uid())
                .put("resourceVersion", meta.resourceVersion())
                .put(
                        "creationTimestamp",
                        object.path("metadata").path("creationTimestamp").asText());
        int wanted =
                read(object, path(type, "specReplicasPath", ".spec.replicas")).asInt(0);
        ObjectNode spec = out.putObject("spec");
        if (wanted != 0) {
            spec.put("replicas", wanted);
        }
        ObjectNode status = out.putObject("status")
                .put(
                        "replicas",
                        read(object, path(type, "statusReplicasPath", ".status.replicas"))
                                .asInt(0));
        String selector = selector(type, object);
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return out;
    }

    private static String selector(ResourceType type, ObjectNode object) {
        if (type.isCustom()) {
            List<String> path = path(type, "labelSelectorPath", "");
            return path.isEmpty() ? "" : read(object, path).asText("");
        }
        JsonNode labels = object.path("spec").path("selector");
        JsonNode match = labels.has("matchLabels") ? labels.path("matchLabels") : labels;
        List<String> parts = new ArrayList<>();
        match.properties()
                .forEach(e -> parts.add(e.getKey() + "=" + e.getValue().asText()));
        return String.join(",", parts);
    }

    private static JsonNode read(ObjectNode object, List<String> path) {
        JsonNode at = object;
        for (String step : path) {
            at = at.path(step);
        }
        return at;
    }

    private static List<String> path(ResourceType type, String field, String usual) {
        JsonNode version = type.custom();
        String path = version == null
                ? usual
                : version.path("subresources").path("scale").path(field).asText(usual);
        return path.isEmpty() ? List.of() : List.of(path.substring(1).split("\\.", -1));
    }
}
