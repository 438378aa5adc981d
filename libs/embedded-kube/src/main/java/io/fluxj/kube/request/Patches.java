package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.GroupKind;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.json.YamlText;
import io.fluxj.kube.patch.JsonPatch;
import io.fluxj.kube.patch.MergePatch;
import io.fluxj.kube.patch.StrategicMergePatch;
import io.fluxj.kube.store.Stored;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The four kinds of patch. */
final class Patches {
    private static final int MAX_TRIES = 5;
    private final Objects objects;

    Patches(Objects objects) {
        this.objects = objects;
    }

    Objects.Written patch(Target target, HttpRequest request) {
        String contentType = mediaType(request);
        target.options().checkPatch(contentType.startsWith("application/apply-patch+"));
        return switch (contentType) {
            case "application/json-patch+json" -> {
                JsonNode patch = json(request);
                Target checked = target.withRepeats(Repeats.ofJsonPatch(request.body()));
                yield objects.edit(checked, live -> read(checked, live, JsonPatch.apply(live, patch)), true);
            }
            case "application/merge-patch+json" -> {
                JsonNode patch = json(request);
                if (!patch.isObject()) {
                    throw ApiError.badRequest("Invalid JSON Patch: a merge patch must be an object");
                }
                Target checked = target.withRepeats(Repeats.ofJson(request.body()));
                yield objects.edit(checked, live -> read(checked, live, MergePatch.apply(live, patch)), true);
            }
            case "application/strategic-merge-patch+json" -> strategic(target, json(request), request);
            case "application/apply-patch+yaml" -> apply(target, yaml(target, request));
            default -> throw ApiError.of(415, "UnsupportedMediaType", "415: Unsupported Media Type", Nodes.object());
        };
    }

    static String mediaType(HttpRequest request) {
        String header = request.header("content-type").orElse("");
        int semicolon = header.indexOf(';');
        return (semicolon < 0 ? header : header.substring(0, semicolon)).strip();
    }

    private static ApiError unsupported(Target target) {
        String accepted = target.type().isCustom()
                ? "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"
                : "application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json,"
                        + " application/apply-patch+yaml";
        return ApiError.of(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: " + accepted);
    }

    private Objects.Written strategic(Target asked, JsonNode patch, HttpRequest request) {
        Target target = asked.withRepeats(Repeats.ofJson(request.body()));
        if (target.type().isCustom()) {
            throw unsupported(target);
        }
        return objects.edit(
                target,
                live -> read(
                        target, live, StrategicMergePatch.apply(target.type().schema(), live, patch)),
                true);
    }

    private ObjectNode read(Target target, ObjectNode live, JsonNode patched) {
        if (patched instanceof ObjectNode object) {
            if (!object.path("kind").asText().equals(target.type().kind())
                    || !object.path("apiVersion").asText().equals(target.type().apiVersion())) {
                throw ApiError.badRequest(
                        "no kind \"" + object.path("kind").asText() + "\" is registered for version \""
                                + object.path("apiVersion").asText() + "\"");
            }
            if (!object.path("metadata").isObject()) {
                object.set("metadata", live.path("metadata").deepCopy());
            }
        }
        try {
            return ObjectReader.read(target, patched);
        } catch (ApiError e) {
            throw asPatchError(e, patched);
        }
    }

    /** What is wrong with the result of a patch is told of the patch. */
    private static ApiError asPatchError(ApiError error, JsonNode patched) {
        String message = String.valueOf(error.getMessage());
        int strict = message.indexOf(ObjectReader.STRICT);
        int json = message.indexOf("json: ");
        if (strict < 0 && json < 0) {
            return error;
        }
        return ApiError.invalid(
                new GroupKind("", ""),
                "",
                new ApiError.Cause(
                        "FieldValueInvalid",
                        "Invalid value: " + Nodes.text(Nodes.FACTORY.textNode(Nodes.text(patched))) + ": "
                                + message.substring(strict < 0 ? json : strict),
                        "patch"));
    }

    private Objects.Written apply(Target target, JsonNode body) {
        ObjectNode applied = checkApplied(target, body);
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Optional<Stored> live = objects.core().store().get(target.type().stored(), target.key());
            if (live.isPresent()) {
                return objects.edit(target, before -> applyTo(target, before, applied), false);
            }
            if (!target.subresource().isEmpty()) {
                throw ApiError.notFound(target.type().name(), target.key().name());
            }
            try {
                return create(target, applied);
            } catch (ApiError e) {
                if (!e.reason().equals("AlreadyExists")) {
                    throw e;
                }
            }
        }
        throw ApiError.modified(target.type().name(), target.key().name());
    }

    private Objects.Written create(Target target, ObjectNode applied) {
        if (!new Meta(applied).uid().isEmpty()) {
            throw ApiError.conflict(
                    target.type().name(),
                    target.key().name(),
                    "uid mismatch: the provided object specified uid " + new Meta(applied).uid()
                            + ", and no existing object was found");
        }
        ObjectNode merged = objects.managers()
                .of(target.type(), "")
                .apply(
                        null,
                        applied.deepCopy(),
                        target.options().fieldManager(),
                        target.options().force());
        ObjectNode object = ObjectReader.read(target, merged);
        return objects.create(target, object, false);
    }

    private ObjectNode applyTo(Target target, ObjectNode live, ObjectNode applied) {
        ObjectNode merged = objects.managers()
                .of(target.type(), target.subresource())
                .apply(
                        live,
                        applied,
                        target.options().fieldManager(),
                        target.options().force());
        return ObjectReader.read(target, merged);
    }

    private static ObjectNode checkApplied(Target target, JsonNode body) {
        ResourceType type = target.type();
        if (!(body instanceof ObjectNode object)) {
            throw ApiError.badRequest("error decoding YAML: an applied object must be an object");
        }
        String kind = object.path("kind").asText("");
        String apiVersion = object.path("apiVersion").asText("");
        if (kind.isEmpty() || apiVersion.isEmpty()) {
            throw ApiError.badRequest("invalid object type: /, Kind=" + kind);
        }
        if (!kind.equals(type.kind()) || !apiVersion.equals(type.apiVersion())) {
            throw ApiError.badRequest(
                    "invalid object type: " + (apiVersion.contains("/") ? "" : "/") + apiVersion + ", Kind=" + kind);
        }
        String name = object.path("metadata").path("name").asText("");
        if (!name.isEmpty() && !name.equals(target.key().name())) {
            throw ApiError.badRequest("the name of the object (" + name + ") does not match the name on the URL ("
                    + target.key().name() + ")");
        }
        if (name.isEmpty()) {
            throw ApiError.badRequest("the name of the object (" + target.key().name()
                    + " based on URL) was undeterminable: name must be provided");
        }
        ObjectNode out = object.deepCopy();
        if (target.subresource().isEmpty() && type.hasStatus()) {
            out.remove("status");
        }
        return out;
    }

    private static JsonNode json(HttpRequest request) {
        try {
            return Nodes.parse(request.body());
        } catch (IOException e) {
            throw ApiError.badRequest("error decoding patch: " + Bodies.problem(e));
        }
    }

    private static JsonNode yaml(Target target, HttpRequest request) {
        try {
            YamlText.Document document = YamlText.read(request.body());
            List<String> repeated = document.repeated();
            if (target.options().validation() == WriteOptions.Validation.STRICT && !repeated.isEmpty()) {
                throw ApiError.badRequest("error strict decoding YAML: error converting YAML to JSON: "
                        + "yaml: unmarshal errors:\n  " + String.join("\n  ", repeated));
            }
            if (target.options().validation() == WriteOptions.Validation.WARN) {
                target.warnings().addAll(repeated);
            }
            return document.value();
        } catch (IOException e) {
            throw ApiError.badRequest("error decoding YAML: " + Bodies.problem(e));
        }
    }
}
