package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.ServiceAccountTokens;
import io.fluxj.kube.access.User;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import java.util.List;
import java.util.Set;

/** Subresources that are not the object itself: finalize, token, eviction, binding. */
final class Subresource {
    private static final Set<String> HANDLED = Set.of(
            "finalize", "token", "eviction", "binding", "scale", "log", "exec", "attach", "portforward", "proxy");

    private final Objects objects;
    private final TokenRequests tokens;
    private final Scale scale;

    Subresource(Objects objects, ServiceAccountTokens tokens) {
        this.objects = objects;
        this.tokens = new TokenRequests(objects, tokens);
        this.scale = new Scale(objects);
    }

    boolean handles(String subresource) {
        return HANDLED.contains(subresource);
    }

    HttpResponse handle(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        return switch (info.subresource()) {
            case "finalize" -> finish(info, type, request, user);
            case "token" -> tokens.handle(info, type, request, user);
            case "eviction" -> evict(info, type, request, user);
            case "binding" -> bind(info, type, request, user);
            case "scale" -> scale.handle(info, type, request, user);
            default ->
                throw ApiError.of(501, "NotImplemented", info.subresource() + " needs nodes, and there are none here");
        };
    }

    private HttpResponse finish(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        JsonNode body = Bodies.read(objects.core(), request);
        Target target = ResourceHandler.target(info, type, request, user, "UpdateOptions");
        JsonNode finalizers = body.path("spec").path("finalizers");
        Target plain = new Target(type, target.key(), "finalize", user, target.options(), target.warnings());
        Objects.Written written = objects.editRaw(plain, live -> {
            ObjectNode next = live.deepCopy();
            if (finalizers.isEmpty()) {
                Nodes.child(next, "spec").remove("finalizers");
            } else {
                Nodes.child(next, "spec").set("finalizers", finalizers);
            }
            return next;
        });
        return ResourceHandler.written(request, target, written);
    }

    private HttpResponse evict(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        Target target = ResourceHandler.target(info, type, request, user, "DeleteOptions");
        objects.removal().delete(target, DeleteOptions.plain());
        return Answers.object(request, 201, success(), List.of());
    }

    private HttpResponse bind(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        String node =
                Bodies.read(objects.core(), request).path("target").path("name").asText();
        Target target = ResourceHandler.target(info, type, request, user, "CreateOptions");
        objects.editRaw(target, live -> {
            ObjectNode next = live.deepCopy();
            Nodes.child(next, "spec").put("nodeName", node);
            return next;
        });
        return Answers.object(request, 201, success(), List.of());
    }

    private static ObjectNode success() {
        ObjectNode out = Nodes.object().put("kind", "Status").put("apiVersion", "v1");
        out.putObject("metadata");
        return out.put("status", "Success").put("code", 201);
    }
}
