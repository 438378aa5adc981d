package io.fluxj.manifest.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fluxj.api.kustomize.Patch;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.meta.Choice;
import io.fluxj.manifest.BuildFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the fields of a Flux Kustomization's spec change in the kustomization file at its path. */
final class SpecEdits {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REMOTE_PREFIXES =
            List.of("git::", "gh:", "ssh://", "http://", "https://", "git@", "github.com", "file://", "/");

    private final ObjectNode file;
    private final KustomizationSpec spec;
    private final Map<String, String> origins = new HashMap<>();

    private SpecEdits(ObjectNode file, KustomizationSpec spec) {
        this.file = file;
        this.spec = spec;
    }

    /**
     * Changes the file.
     *
     * @param file the fields of the kustomization file
     * @param isDirectory whether a path, relative to the file, is a directory
     * @return fields of the file, such as {@code patches[2]}, to those of the spec that they came from: {@code spec.patches[0]}
     */
    static Map<String, String> apply(ObjectNode file, KustomizationSpec spec, Predicate<String> isDirectory)
            throws BuildFailure {
        SpecEdits edits = new SpecEdits(file, spec);
        edits.replace("namespace", spec.targetNamespace(), "spec.targetNamespace");
        edits.replace("namePrefix", spec.namePrefix(), "spec.namePrefix");
        edits.replace("nameSuffix", spec.nameSuffix(), "spec.nameSuffix");
        edits.addPatches();
        edits.addComponents(isDirectory);
        edits.mergeImages();
        edits.replaceBuildMetadata();
        return edits.origins;
    }

    private void replace(String field, @Nullable String value, String origin) {
        if (value != null && !value.isEmpty()) {
            file.put(field, value);
            origins.put(field, origin);
        }
    }

    private void replaceBuildMetadata() {
        if (!spec.buildMetadata().isEmpty()) {
            ArrayNode list = file.putArray("buildMetadata");
            spec.buildMetadata().stream().map(Choice::text).forEach(list::add);
            origins.put("buildMetadata", "spec.buildMetadata");
        }
    }

    /** Fields of a patch that only a later version knows go into the file too. */
    private void addPatches() {
        List<Patch> patches = spec.patches();
        for (int i = 0; i < patches.size(); i++) {
            append("patches", i, JSON.valueToTree(patches.get(i)));
        }
    }

    private void addComponents(Predicate<String> isDirectory) throws BuildFailure {
        boolean skipMissing = Boolean.TRUE.equals(spec.ignoreMissingComponents());
        List<String> components = spec.components();
        for (int i = 0; i < components.size(); i++) {
            String path = components.get(i);
            if (!isLocal(path)) {
                throw new BuildFailure(
                        "spec.components[%d]: component path '%s' must be local and relative".formatted(i, path));
            }
            if (!skipMissing || isDirectory.test(path)) {
                append("components", i, TextNode.valueOf(path));
            }
        }
    }

    /** Fields of this name in file and spec hold the same kind of list. */
    private void append(String field, int index, JsonNode value) {
        ArrayNode list = file.withArrayProperty(field);
        origins.put(element(field, list.size()), "spec." + element(field, index));
        list.add(value);
    }

    private static boolean isLocal(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return REMOTE_PREFIXES.stream().noneMatch(lower::startsWith);
    }

    private void mergeImages() {
        boolean hasOwn = !file.path("images").isEmpty() || file.has("imageTags");
        ImageMerge merge = new ImageMerge(file);
        for (int i = 0; i < spec.images().size(); i++) {
            int at = merge.merge(spec.images().get(i));
            if (at >= 0) {
                origins.put(element("images", at), "spec." + element("images", i));
            }
        }
        if (!hasOwn && !spec.images().isEmpty()) {
            origins.put("images", "spec.images"); // what fails for all of them together
        }
    }

    private static String element(String field, int index) {
        return field + "[" + index + "]";
    }
}
