package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.GroupKind;
import io.fluxj.kube.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * How a write is to be done.
 *
 * @param dryRun everything but the storing
 * @param fieldManager who becomes the owner of the fields
 * @param explicitManager whether the client named the manager itself
 * @param validation what happens to fields that the kind does not have
 * @param force whether an apply takes fields from others
 * @param forceGiven whether force was given at all
 */
public record WriteOptions(
        boolean dryRun,
        String fieldManager,
        boolean explicitManager,
        Validation validation,
        boolean force,
        boolean forceGiven) {

    private static final GroupKind PATCH_OPTIONS = new GroupKind("meta.k8s.io", "PatchOptions");
    private static final int MAX_MANAGER = 128;

    /** What happens to fields that the kind does not have. */
    public enum Validation {
        /** They are dropped. */
        IGNORE,
        /** They are dropped and the client is warned. */
        WARN,
        /** The write is refused. */
        STRICT
    }

    /** Options of this library's own writes. */
    public static WriteOptions internal(String manager) {
        return new WriteOptions(false, manager, true, Validation.IGNORE, false, false);
    }

    /** Reads a request's options. */
    static WriteOptions of(HttpRequest request, String optionsKind) {
        String manager = request.parameter("fieldManager");
        if (manager.length() > MAX_MANAGER) {
            throw ApiError.invalid(
                    new GroupKind("meta.k8s.io", optionsKind),
                    "",
                    new ApiError.Cause(
                            "FieldValueTooLong", "Too long: may not be more than 128 bytes", "fieldManager"));
        }
        return new WriteOptions(
                dryRun(request.query().getOrDefault("dryRun", List.of()), optionsKind),
                manager.isEmpty() ? defaultManager(request) : manager,
                !manager.isEmpty(),
                validation(request.parameter("fieldValidation"), optionsKind),
                request.flag("force"),
                request.query().containsKey("force"));
    }

    /** The same options with what the body of a delete says. */
    static boolean dryRun(List<String> values, String optionsKind) {
        Optional<String> wrong =
                values.stream().filter(v -> !v.equals("All") && !v.isEmpty()).findFirst();
        if (wrong.isPresent()) {
            throw ApiError.invalid(
                    new GroupKind("meta.k8s.io", optionsKind),
                    "",
                    new ApiError.Cause(
                            "FieldValueNotSupported",
                            "Unsupported value: [\"" + String.join("\",\"", values) + "\"]: supported values: \"All\"",
                            "dryRun"));
        }
        return values.contains("All");
    }

    static boolean dryRun(JsonNode body) {
        boolean all = false;
        for (JsonNode value : body.path("dryRun")) {
            all |= value.asText().equals("All");
        }
        return all;
    }

    /** Refuses what an apply or another patch may not say. */
    void checkPatch(boolean apply) {
        if (apply && !explicitManager) {
            throw ApiError.invalid(
                    PATCH_OPTIONS,
                    "",
                    new ApiError.Cause(
                            "FieldValueRequired", "Required value: is required for apply patch", "fieldManager"));
        }
        if (!apply && forceGiven) {
            throw ApiError.invalid(
                    PATCH_OPTIONS,
                    "",
                    new ApiError.Cause(
                            "FieldValueForbidden", "Forbidden: may not be specified for non-apply patch", "force"));
        }
    }

    private static String defaultManager(HttpRequest request) {
        String agent = request.header("user-agent").orElse("");
        int slash = agent.indexOf('/');
        String name = slash < 0 ? agent : agent.substring(0, slash);
        return name.isEmpty() ? "unknown" : name.substring(0, Math.min(name.length(), MAX_MANAGER));
    }

    private static Validation validation(String value, String optionsKind) {
        return switch (value) {
            case "", "Warn" -> Validation.WARN;
            case "Strict" -> Validation.STRICT;
            case "Ignore" -> Validation.IGNORE;
            default ->
                throw ApiError.invalid(
                        new GroupKind("meta.k8s.io", optionsKind),
                        "",
                        new ApiError.Cause(
                                "FieldValueNotSupported",
                                "Unsupported value: \"" + value
                                        + "\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"",
                                "fieldValidation"));
        };
    }
}
