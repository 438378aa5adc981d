package io.fluxj.kustomize.select;

import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import java.util.List;

/** Objects that a patch or transformer is meant for: by their original or present name and namespace, and their present kind. */
public final class SelectedResources {

    private SelectedResources() {}

    /**
     * The objects that a selector selects, in order. A label selector is looked at only where all else fits, as in kustomize.
     * Whoever changes them tells it by {@link ResourceMap#changed}.
     */
    public static List<Resource> of(ResourceMap resources, Selector selector) {
        Patterns patterns = new Patterns(selector);
        List<Resource> named = patterns.wholeName().map(resources::everNamed).orElseGet(resources::present);
        return named.stream()
                .filter(resource -> matches(resource, patterns))
                .filter(resource ->
                        LabelSelector.parse(selector.labelSelector()).matches(resource.labels()))
                .filter(resource ->
                        LabelSelector.parse(selector.annotationSelector()).matches(resource.annotations()))
                .toList();
    }

    private static boolean matches(Resource resource, Patterns patterns) {
        if (!patterns.matchesKind(resource.gvk())) {
            return false;
        }
        ResourceId current = resource.currentId();
        ResourceId original = resource.originalId();
        return (patterns.matchesNamespace(original.effectiveNamespace())
                        || patterns.matchesNamespace(current.effectiveNamespace()))
                && (patterns.matchesName(original.name()) || patterns.matchesName(current.name()));
    }
}
