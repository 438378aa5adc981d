package io.fluxj.manifest.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.kustomize.Image;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges images into those of a kustomization file. For one of the same name a new name replaces the name; a tag or a digest replaces both of these. */
final class ImageMerge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode file;

    ImageMerge(ObjectNode file) {
        this.file = file;
    }

    /** Merges one; gives its place in the file if it was appended, -1 if it changed one that was there. */
    int merge(Image image) {
        ArrayNode images = file.withArrayProperty("images");
        for (JsonNode present : images) {
            if (present.path("name").asText().equals(image.name())) {
                change((ObjectNode) present, image);
                return -1;
            }
        }
        images.add(JSON.<JsonNode>valueToTree(image));
        return images.size() - 1;
    }

    private static void change(ObjectNode present, Image image) {
        if (given(image.newTag()) || given(image.digest())) {
            present.remove(List.of("newTag", "digest"));
        }
        put(present, "newName", image.newName());
        put(present, "newTag", image.newTag());
        put(present, "digest", image.digest());
    }

    private static void put(ObjectNode present, String field, @Nullable String value) {
        if (given(value)) {
            present.put(field, value);
        }
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
