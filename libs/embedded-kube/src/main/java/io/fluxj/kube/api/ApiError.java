package io.fluxj.kube.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that ends in a {@code Status} object of kind Failure. Carries no stack trace: it is an answer, not a defect. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String PAGE_NOT_FOUND = "404 page not found";

    private final int code;
    private final String reason;
    private final transient @Nullable ObjectNode details;
    private final transient List<String> warnings;

    private ApiError(int code, String reason, String message, @Nullable ObjectNode details, List<String> warnings) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
        this.details = details;
        this.warnings = List.copyOf(warnings);
    }

    /** The same with what the client is warned of besides. */
    public ApiError withWarnings(List<String> texts) {
        return new ApiError(code, reason, String.valueOf(getMessage()), details, texts);
    }

    /** What the client is warned of besides. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * One field of a rejected object.
     *
     * @param reason such as FieldValueRequired
     * @param message without the field's path
     * @param field path such as {@code spec.replicas}
     */
    public record Cause(String reason, String message, String field) {}

    /** The HTTP status. */
    public int code() {
        return code;
    }

    /** The machine-readable reason, empty when there is none. */
    public String reason() {
        return reason;
    }

    /** The body of the answer. */
    public ObjectNode status() {
        ObjectNode status = Nodes.object();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Failure").put("message", getMessage());
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        if (details != null) {
            status.set("details", details.deepCopy());
        }
        return status.put("code", code);
    }

    /** An error with free details. */
    public static ApiError of(int code, String reason, String message, ObjectNode details) {
        return new ApiError(code, reason, message, details, List.of());
    }

    /** An error without details. */
    public static ApiError of(int code, String reason, String message) {
        return new ApiError(code, reason, message, null, List.of());
    }

    /** 400. */
    public static ApiError badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    /** 401. */
    public static ApiError unauthorized() {
        return of(401, "Unauthorized", "Unauthorized");
    }

    /** 403 of a named object. */
    public static ApiError forbidden(ResourceName resource, String name, String cause) {
        return of(
                403,
                "Forbidden",
                resource.qualified() + " \"" + name + "\" is forbidden: " + cause,
                about(resource, name));
    }

    /** 404 of a named object. */
    public static ApiError notFound(ResourceName resource, String name) {
        return of(404, "NotFound", resource.qualified() + " \"" + name + "\" not found", about(resource, name));
    }

    /** 404 of a path that no resource serves. */
    public static ApiError noSuchResource() {
        return of(404, "NotFound", "the server could not find the requested resource", Nodes.object());
    }

    /** 404 in plain text, of a path that means nothing. */
    public static ApiError pageNotFound() {
        return of(404, "", PAGE_NOT_FOUND);
    }

    /** Whether the answer is plain text. */
    public boolean isPageNotFound() {
        return code == 404 && PAGE_NOT_FOUND.equals(getMessage());
    }

    /** 405. */
    public static ApiError methodNotAllowed() {
        return of(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource",
                Nodes.object());
    }

    /** 409 of an object that is there already. */
    public static ApiError alreadyExists(ResourceName resource, String name) {
        return of(
                409, "AlreadyExists", resource.qualified() + " \"" + name + "\" already exists", about(resource, name));
    }

    /** 409 of a write that came too late, or that the object's state forbids. */
    public static ApiError conflict(ResourceName resource, String name, String cause) {
        return of(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + resource.qualified() + " \"" + name + "\": " + cause,
                about(resource, name));
    }

    /** 409 of a write based on an older version of the object. */
    public static ApiError modified(ResourceName resource, String name) {
        return conflict(
                resource,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** 410: the resource version asked for is no longer known. */
    public static ApiError expired(String message) {
        return of(410, "Expired", message);
    }

    /** 422 of an object, with the fields that are wrong. */
    public static ApiError invalid(GroupKind kind, String name, List<Cause> causes) {
        ObjectNode details = Nodes.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        if (!kind.kind().isEmpty()) {
            details.put("kind", kind.kind());
        }
        ArrayNode list = details.putArray("causes");
        for (Cause cause : causes) {
            list.addObject()
                    .put("reason", cause.reason())
                    .put("message", cause.message())
                    .put("field", cause.field());
        }
        return of(422, "Invalid", kind.qualified() + " \"" + name + "\" is invalid: " + joined(causes), details);
    }

    /** 422 with a single cause. */
    public static ApiError invalid(GroupKind kind, String name, Cause cause) {
        return invalid(kind, name, List.of(cause));
    }

    /** 500 with the reason that the real server gives. */
    public static ApiError internal(String message) {
        ObjectNode details = Nodes.object();
        details.putArray("causes").addObject().put("message", message);
        return of(500, "InternalError", "Internal error occurred: " + message, details);
    }

    private static String joined(List<Cause> causes) {
        List<String> parts = causes.stream()
                .map(c -> c.field().isEmpty() ? c.message() : c.field() + ": " + c.message())
                .distinct()
                .toList();
        return parts.size() == 1 ? parts.getFirst() : "[" + String.join(", ", parts) + "]";
    }

    private static ObjectNode about(ResourceName resource, @Nullable String name) {
        ObjectNode details = Nodes.object();
        if (name != null && !name.isEmpty()) {
            details.put("name", name);
        }
        if (!resource.group().isEmpty()) {
            details.put("group", resource.group());
        }
        return details.put("kind", resource.plural());
    }
}
