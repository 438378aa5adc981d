package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.ServiceAccountTokens;
import io.fluxj.kube.access.User;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.GroupKind;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tokens for service accounts: the subresource {@code token}. */
final class TokenRequests {
    private static final long SHORTEST = 600;
    private static final long LONGEST = 1L << 32;
    private static final long USUAL = 3600;
    private static final GroupKind KIND = new GroupKind("authentication.k8s.io", "TokenRequest");
    private static final Map<String, String> BINDABLE = Map.of("Pod", "pods", "Secret", "secrets", "Node", "nodes");

    private final Objects objects;
    private final ServiceAccountTokens tokens;

    TokenRequests(Objects objects, ServiceAccountTokens tokens) {
        this.objects = objects;
        this.tokens = tokens;
    }

    HttpResponse handle(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        if (!info.verb().equals("create")) {
            throw ApiError.methodNotAllowed();
        }
        JsonNode body = Bodies.read(objects.core(), request);
        String kind = body.path("kind").asText();
        if (!kind.equals("TokenRequest")) {
            throw ApiError.badRequest(kind + " in version \"v1\" cannot be handled as a TokenRequest: converting (v1."
                    + kind + ") to (authentication.TokenRequest): unknown conversion");
        }
        JsonNode spec = body.path("spec");
        long seconds = seconds(spec);
        ObjectNode account = objects.get(ResourceHandler.target(info, type, request, user, "CreateOptions"));
        if (spec.path("boundObjectRef").isObject()) {
            checkBound(spec.path("boundObjectRef"), info.namespace());
        }
        return Answers.object(request, 201, answer(account, spec, seconds), List.of());
    }

    private static long seconds(JsonNode spec) {
        long seconds = spec.path("expirationSeconds").asLong(USUAL);
        if (seconds < SHORTEST) {
            throw invalid(seconds, "may not specify a duration less than 10 minutes");
        }
        if (seconds > LONGEST) {
            throw invalid(seconds, "may not specify a duration larger than 2^32 seconds");
        }
        return seconds;
    }

    private static ApiError invalid(long seconds, String message) {
        return ApiError.invalid(
                KIND,
                "",
                new ApiError.Cause(
                        "FieldValueInvalid", "Invalid value: " + seconds + ": " + message, "spec.expirationSeconds"));
    }

    private void checkBound(JsonNode reference, String namespace) {
        String kind = reference.path("kind").asText();
        String plural = BINDABLE.get(kind);
        if (plural == null) {
            String version = reference.path("apiVersion").asText();
            throw ApiError.badRequest("cannot bind token to object of type "
                    + (version.contains("/") ? version : "/" + version) + ", Kind=" + kind);
        }
        ResourceType type = objects.core().catalog().find("", "v1", plural).orElseThrow();
        Key key = new Key(
                type.namespaced() ? namespace : "", reference.path("name").asText());
        if (!objects.exists(type, key)) {
            throw ApiError.notFound(type.name(), key.name());
        }
    }

    private ObjectNode answer(ObjectNode account, JsonNode spec, long seconds) {
        List<String> audiences = new ArrayList<>();
        spec.path("audiences").forEach(a -> audiences.add(a.asText()));
        if (audiences.isEmpty()) {
            audiences.add(ServiceAccountTokens.ISSUER);
        }
        Instant expires = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode out = Nodes.object().put("kind", "TokenRequest").put("apiVersion", "authentication.k8s.io/v1");
        Meta meta = new Meta(account);
        out.putObject("metadata")
                .put("name", meta.name())
                .put("namespace", meta.namespace())
                .put("uid", meta.uid())
                .put("creationTimestamp", Meta.now());
        ObjectNode outSpec = out.putObject("spec");
        outSpec.set("audiences", Nodes.strings(audiences));
        JsonNode bound = spec.path("boundObjectRef");
        outSpec.put("expirationSeconds", seconds)
                .set("boundObjectRef", bound.isObject() ? bound : Nodes.FACTORY.nullNode());
        out.putObject("status")
                .put("token", tokens.issue(account, audiences, expires))
                .put("expirationTimestamp", expires.toString());
        return out;
    }
}
