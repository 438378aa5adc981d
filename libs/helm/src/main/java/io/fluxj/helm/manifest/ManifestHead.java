package io.fluxj.helm.manifest;

import static io.fluxj.helm.shape.Shape.TEXT;
import static io.fluxj.helm.shape.Shape.TEXT_MAP;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.shape.Shape;
import io.fluxj.helm.shape.Shape.Member;
import io.fluxj.helm.shape.Shape.Presence;
import io.fluxj.helm.shape.Shape.Struct;
import io.fluxj.helm.shape.ShapeReader;
import io.fluxj.helm.shape.StructValue;
import java.util.Map;

/** What Helm reads of a manifest. */
public record ManifestHead(String apiVersion, String kind, String name, Map<String, String> annotations) {
    private static final Struct METADATA = new Struct(
            "", java.util.List.of(Member.of("Name", "name", TEXT), Member.of("Annotations", "annotations", TEXT_MAP)));
    private static final Struct HEAD = Struct.of(
            "util.SimpleHead",
            Member.of("Version", "apiVersion", TEXT),
            Member.of("Kind", "kind", TEXT),
            new Member("Metadata", "metadata", metadata(), Presence.OPTIONAL_UNLESS_EMPTY));

    private static Shape metadata() {
        return METADATA;
    }

    /**
     * The head of a document.
     *
     * @throws GoError when the text is no YAML, or its head is not that of an object
     */
    public static ManifestHead of(String text) {
        StructValue head = ShapeReader.yaml(HEAD, text);
        StructValue metadata = head.get("metadata") instanceof StructValue held ? held : METADATA.zero();
        return new ManifestHead(
                head.text("apiVersion"), head.text("kind"), metadata.text("name"), metadata.textMap("annotations"));
    }
}
