package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.GroupKind;
import io.fluxj.kube.http.HttpRequest;
import java.util.List;

/**
 * How an object is to go.
 *
 * @param uid only this object; empty for any
 * @param resourceVersion only this state; empty for any
 * @param propagation what happens to what it owns
 * @param graceSeconds how long Pods may take; negative when not said
 * @param dryRun everything but the removal
 */
public record DeleteOptions(
        String uid, String resourceVersion, Propagation propagation, long graceSeconds, boolean dryRun) {
    private static final GroupKind KIND = new GroupKind("meta.k8s.io", "DeleteOptions");

    /** What happens to what a removed object owns. */
    public enum Propagation {
        /** The kind's own way. */
        DEFAULT,
        /** It goes later. */
        BACKGROUND,
        /** It goes first. */
        FOREGROUND,
        /** It stays. */
        ORPHAN
    }

    /** Removal in the background, without conditions. */
    public static DeleteOptions plain() {
        return new DeleteOptions("", "", Propagation.DEFAULT, -1, false);
    }

    static DeleteOptions of(HttpRequest request, JsonNode body) {
        if (body.has("kind") && !body.path("kind").asText().equals("DeleteOptions")) {
            throw ApiError.badRequest("no kind \"" + body.path("kind").asText() + "\" is registered for version \""
                    + body.path("apiVersion").asText() + "\" in scheme \"pkg/runtime/scheme.go:111\"");
        }
        ListOptions.number(request, "gracePeriodSeconds");
        String propagation = body.path("propagationPolicy").asText(request.parameter("propagationPolicy"));
        String grace = body.has("gracePeriodSeconds")
                ? body.path("gracePeriodSeconds").asText()
                : request.parameter("gracePeriodSeconds");
        boolean orphan = body.path("orphanDependents").asBoolean(request.flag("orphanDependents"));
        if (orphan && !propagation.isEmpty()) {
            throw ApiError.invalid(
                    KIND,
                    "",
                    new ApiError.Cause(
                            "FieldValueInvalid",
                            "Invalid value: \"" + propagation
                                    + "\": orphanDependents and deletionPropagation cannot be both set",
                            "propagationPolicy"));
        }
        return new DeleteOptions(
                body.path("preconditions").path("uid").asText(""),
                body.path("preconditions").path("resourceVersion").asText(""),
                orphan ? Propagation.ORPHAN : propagation(propagation),
                grace.isEmpty() || !grace.chars().allMatch(Character::isDigit) ? -1 : Long.parseLong(grace),
                WriteOptions.dryRun(body)
                        || WriteOptions.dryRun(request.query().getOrDefault("dryRun", List.of()), "DeleteOptions"));
    }

    private static Propagation propagation(String text) {
        return switch (text) {
            case "" -> Propagation.DEFAULT;
            case "Background" -> Propagation.BACKGROUND;
            case "Foreground" -> Propagation.FOREGROUND;
            case "Orphan" -> Propagation.ORPHAN;
            default ->
                throw ApiError.invalid(
                        KIND,
                        "",
                        new ApiError.Cause(
                                "FieldValueNotSupported",
                                "Unsupported value: \"" + text
                                        + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                                "propagationPolicy"));
        };
    }
}
