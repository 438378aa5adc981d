package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.Attributes;
import io.fluxj.kube.access.Credentials;
import io.fluxj.kube.access.Rbac;
import io.fluxj.kube.access.ServiceAccountTokens;
import io.fluxj.kube.access.User;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions about access that are asked by creating an object. */
final class Reviews {
    private static final Set<String> GROUPS = Set.of("authorization.k8s.io", "authentication.k8s.io");

    private final Core core;
    private final Rbac rbac;
    private final Credentials credentials;

    Reviews(Core core, Rbac rbac, Credentials credentials) {
        this.core = core;
        this.rbac = rbac;
        this.credentials = credentials;
    }

    boolean isReview(ResourceType type) {
        return GROUPS.contains(type.group());
    }

    HttpResponse review(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        if (!info.verb().equals("create") || !info.name().isEmpty()) {
            throw ApiError.methodNotAllowed();
        }
        Target target = ResourceHandler.target(info, type, request, user, "CreateOptions");
        ObjectNode object = ObjectReader.read(target, Bodies.read(core, request));
        JsonNode spec = object.path("spec");
        switch (type.kind()) {
            case "SelfSubjectAccessReview" -> object.set("status", access(user, spec));
            case "SubjectAccessReview", "LocalSubjectAccessReview" -> object.set("status", access(subject(spec), spec));
            case "SelfSubjectRulesReview" ->
                object.set("status", rules(user, spec.path("namespace").asText()));
            case "SelfSubjectReview" -> {
                new Meta(object).node().put("creationTimestamp", Meta.now());
                object.putObject("status").set("userInfo", json(user));
            }
            case "TokenReview" -> object.set("status", token(spec));
            default -> throw ApiError.noSuchResource();
        }
        return Answers.object(request, 201, object, target.warnings());
    }

    private ObjectNode access(User user, JsonNode spec) {
        Rbac.Decision decision = rbac.decide(user, attributes(spec));
        ObjectNode out = Nodes.object().put("allowed", decision.allowed());
        if (!decision.reason().isEmpty()) {
            out.put("reason", decision.reason());
        }
        return out;
    }

    private static Attributes attributes(JsonNode spec) {
        JsonNode resource = spec.path("resourceAttributes");
        if (!resource.isObject()) {
            JsonNode path = spec.path("nonResourceAttributes");
            return new Attributes(
                    path.path("verb").asText(),
                    false,
                    "",
                    "",
                    "",
                    "",
                    "",
                    path.path("path").asText());
        }
        String sub = resource.path("subresource").asText("");
        String plural = resource.path("resource").asText("");
        return new Attributes(
                resource.path("verb").asText(""),
                true,
                resource.path("group").asText(""),
                resource.path("version").asText(""),
                sub.isEmpty() ? plural : plural + "/" + sub,
                resource.path("namespace").asText(""),
                resource.path("name").asText(""),
                "");
    }

    private static User subject(JsonNode spec) {
        List<String> groups = new ArrayList<>();
        spec.path("groups").forEach(g -> groups.add(g.asText()));
        return new User(spec.path("user").asText(), spec.path("uid").asText(""), groups, Map.of());
    }

    private ObjectNode rules(User user, String namespace) {
        ObjectNode out = Nodes.object();
        ArrayNode resources = out.putArray("resourceRules");
        ArrayNode paths = out.putArray("nonResourceRules");
        for (JsonNode rule : rbac.rules(user, namespace)) {
            (rule.path("nonResourceURLs").isEmpty() ? resources : paths).add(rule);
        }
        return out.put("incomplete", false);
    }

    private ObjectNode token(JsonNode spec) {
        String token = spec.path("token").asText();
        List<String> audiences = new ArrayList<>();
        spec.path("audiences").forEach(audience -> audiences.add(audience.asText()));
        if (audiences.isEmpty()) {
            audiences.add(ServiceAccountTokens.ISSUER);
        }
        audiences.removeIf(audience -> credentials.ofToken(token, audience).isEmpty());
        Optional<User> user = audiences.isEmpty() ? Optional.empty() : credentials.ofToken(token, audiences.getFirst());
        ObjectNode out = Nodes.object();
        if (user.isEmpty()) {
            out.putObject("user");
            return out.put("error", "[invalid bearer token, token lookup failed]");
        }
        out.put("authenticated", true).set("user", json(user.get()));
        out.set("audiences", Nodes.strings(audiences));
        return out;
    }

    private static ObjectNode json(User user) {
        ObjectNode out = Nodes.object().put("username", user.name());
        if (!user.uid().isEmpty()) {
            out.put("uid", user.uid());
        }
        out.set("groups", Nodes.strings(user.groups()));
        if (!user.extra().isEmpty()) {
            ObjectNode extra = out.putObject("extra");
            user.extra().forEach((key, values) -> extra.set(key, Nodes.strings(values)));
        }
        return out;
    }
}
