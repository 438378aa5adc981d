package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.id.ResourceId;
import java.util.ArrayList;
import java.util.List;

/** What an object was called before, as its annotations tell: lists joined by commas. */
final class FormerIds {

    private FormerIds() {}

    /** Ids before the current one, oldest first. */
    static List<ResourceId> previousIds(Resource resource) {
        List<String> names = list(resource, BuildAnnotations.PREVIOUS_NAMES);
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> namespaces = orBlank(list(resource, BuildAnnotations.PREVIOUS_NAMESPACES));
        List<String> kinds = orBlank(list(resource, BuildAnnotations.PREVIOUS_KINDS));
        if (names.size() != namespaces.size() || names.size() != kinds.size()) {
            throw resource.problem("the annotations with its previous names were tampered with");
        }
        Gvk gvk = resource.gvk();
        List<ResourceId> ids = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Gvk previous = new Gvk(gvk.group(), gvk.version(), kinds.get(i));
            ids.add(new ResourceId(previous, false, names.get(i), namespaces.get(i)));
        }
        return ids;
    }

    private static List<String> orBlank(List<String> list) {
        return list.isEmpty() ? List.of("") : list;
    }

    /** Notes the current id as a previous one. */
    static void remember(Resource resource) {
        ResourceId id = resource.currentId();
        append(resource, BuildAnnotations.PREVIOUS_NAMES, id.name());
        append(resource, BuildAnnotations.PREVIOUS_NAMESPACES, id.effectiveNamespace());
        append(resource, BuildAnnotations.PREVIOUS_KINDS, id.gvk().kind());
    }

    static List<String> list(Resource resource, String annotation) {
        String joined = Metadata.entry(resource.root(), "annotations", annotation);
        return joined == null ? List.of() : List.of(joined.split(",", -1));
    }

    static void append(Resource resource, String annotation, String value) {
        if (!value.isEmpty()) {
            String joined = Metadata.entry(resource.root(), "annotations", annotation);
            resource.setAnnotation(annotation, joined == null ? value : joined + "," + value);
        }
    }
}
