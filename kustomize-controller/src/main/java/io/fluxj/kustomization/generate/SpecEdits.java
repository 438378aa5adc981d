package io.fluxj.kustomization.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kustomization.BuildFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What the fields of a Flux Kustomization's spec change in the kustomization file at its path. */
final class SpecEdits {

    private static final List<String> REMOTE_PREFIXES =
            List.of("git::", "gh:", "ssh://", "http://", "https://", "git@", "github.com", "file://", "/");

    private final ObjectNode file;
    private final JsonNode spec;
    private final Map<String, String> origins = new HashMap<>();

    private SpecEdits(ObjectNode file, JsonNode spec) {
        this.file = file;
        this.spec = spec;
    }

    /**
     * Changes the file.
     *
     * @param file the fields of the kustomization file
     * @param spec {@code spec} of the Flux Kustomization as JSON
     * @param isDirectory whether a path, relative to the file, is a directory
     * @return fields of the file, such as {@code patches[2]}, to those of the spec that they came from: {@code spec.patches[0]}
     */
    static Map<String, String> apply(ObjectNode file, JsonNode spec, Predicate<String> isDirectory)
            throws BuildFailure {
        SpecEdits edits = new SpecEdits(file, spec);
        edits.replace("namespace", "targetNamespace");
        edits.replace("namePrefix", "namePrefix");
        edits.replace("nameSuffix", "nameSuffix");
        edits.addPatches();
        edits.addComponents(isDirectory);
        edits.mergeImages();
        edits.replace("buildMetadata", "buildMetadata");
        return edits.origins;
    }

    private void replace(String field, String ofSpec) {
        JsonNode value = spec.path(ofSpec);
        boolean given = value.isTextual() ? !value.asText().isEmpty() : !value.isEmpty();
        if (given) {
            file.set(field, value);
            origins.put(field, "spec." + ofSpec);
        }
    }

    private void addPatches() {
        JsonNode patches = spec.path("patches");
        for (int i = 0; i < patches.size(); i++) {
            append("patches", i, patches.path(i));
        }
    }

    private void addComponents(Predicate<String> isDirectory) throws BuildFailure {
        boolean skipMissing = spec.path("ignoreMissingComponents").asBoolean();
        JsonNode components = spec.path("components");
        for (int i = 0; i < components.size(); i++) {
            String path = components.path(i).asText();
            if (!isLocal(path)) {
                throw new BuildFailure(
                        "spec.components[%d]: component path '%s' must be local and relative".formatted(i, path));
            }
            if (!skipMissing || isDirectory.test(path)) {
                append("components", i, components.path(i));
            }
        }
    }

    /** Fields of this name in file and spec hold the same kind of list. */
    private void append(String field, int index, JsonNode value) {
        ArrayNode list = list(field);
        origins.put(element(field, list.size()), "spec." + element(field, index));
        list.add(value);
    }

    private static boolean isLocal(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return REMOTE_PREFIXES.stream().noneMatch(lower::startsWith);
    }

    private void mergeImages() {
        boolean hasOwn = !file.path("images").isEmpty() || file.has("imageTags");
        JsonNode images = spec.path("images");
        for (int i = 0; i < images.size(); i++) {
            mergeImage(i, images.path(i));
        }
        if (!hasOwn && !images.isEmpty()) {
            origins.put("images", "spec.images"); // what fails for all of them together
        }
    }

    /** For an image of the same name a new name replaces the name; a tag or a digest replaces both of these. */
    private void mergeImage(int index, JsonNode image) {
        ArrayNode present = list("images");
        for (int i = 0; i < present.size(); i++) {
            if (present.path(i).path("name").equals(image.path("name"))) {
                change((ObjectNode) present.path(i), image);
                return;
            }
        }
        append("images", index, image);
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

    private static String element(String field, int index) {
        return field + "[" + index + "]";
    }

    private ArrayNode list(String field) {
        return file.withArrayProperty(field);
    }
}
