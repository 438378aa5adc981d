package io.fluxj.kustomize.kustomization;

/** One entry of {@code images}. */
public record Image(String name, String newName, String newTag, String digest, String tagSuffix) {

    public static Image read(Fields fields) {
        return new Image(
                fields.text("name"),
                fields.text("newName"),
                fields.text("newTag"),
                fields.text("digest"),
                fields.text("tagSuffix"));
    }
}
