package io.fluxj.kustomization.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kustomization.BuildFailure;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the fields of a Flux Kustomization's spec change in the kustomization file at its path. */
final class SpecEdits {

    private static final List<String> REMOTE_PREFIXES =
            List.of("git::", "gh:", "ssh://", "http://", "https://", "git@", "github.com", "file://", "/");

    private SpecEdits() {}

    /**
     * Changes the file.
     *
     * @param file the fields of the kustomization file
     * @param spec {@code spec} of the Flux Kustomization as JSON
     * @param isDirectory whether a path, relative to the file, is a directory
     */
    static void apply(ObjectNode file, JsonNode spec, Predicate<String> isDirectory) throws BuildFailure {
        replace(file, "namespace", spec.path("targetNamespace"));
        replace(file, "namePrefix", spec.path("namePrefix"));
        replace(file, "nameSuffix", spec.path("nameSuffix"));
        spec.path("patches").forEach(patch -> list(file, "patches").add(patch));
        addComponents(file, spec, isDirectory);
        spec.path("images").forEach(image -> mergeImage(list(file, "images"), image));
        replace(file, "buildMetadata", spec.path("buildMetadata"));
    }

    private static void replace(ObjectNode file, String field, JsonNode value) {
        boolean given = value.isTextual() ? !value.asText().isEmpty() : !value.isEmpty();
        if (given) {
            file.set(field, value);
        }
    }

    private static void addComponents(ObjectNode file, JsonNode spec, Predicate<String> isDirectory)
            throws BuildFailure {
        boolean skipMissing = spec.path("ignoreMissingComponents").asBoolean();
        for (JsonNode component : spec.path("components")) {
            String path = component.asText();
            if (!isLocal(path)) {
                throw new BuildFailure("component path '%s' must be local and relative".formatted(path));
            }
            if (!skipMissing || isDirectory.test(path)) {
                list(file, "components").add(path);
            }
        }
    }

    private static boolean isLocal(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return REMOTE_PREFIXES.stream().noneMatch(lower::startsWith);
    }

    /** For an image of the same name a new name replaces the name; a tag or a digest replaces both of these. */
    private static void mergeImage(ArrayNode images, JsonNode image) {
        for (JsonNode existing : images) {
            if (existing.path("name").equals(image.path("name"))) {
                change((ObjectNode) existing, image);
                return;
            }
        }
        images.add(image);
    }

    private static void change(ObjectNode existing, JsonNode image) {
        if (given(image, "newTag") || given(image, "digest")) {
            existing.remove(List.of("newTag", "digest"));
        }
        for (String field : List.of("newName", "newTag", "digest")) {
            if (given(image, field)) {
                existing.set(field, image.path(field));
            }
        }
    }

    private static boolean given(JsonNode image, String field) {
        return !image.path(field).asText().isEmpty();
    }

    private static ArrayNode list(ObjectNode file, String field) {
        return file.withArrayProperty(field);
    }
}
