package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.select.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies strategic merge patches: one to all objects of a target, or each to the object that it names.
 *
 * @param source where the patches are from, for errors
 */
record PatchTransformer(List<Resource> patches, @Nullable Selector target, String source) implements Transformer {

    @Override
    public void transform(ResourceMap resources) {
        if (target == null) {
            for (Resource patch : patches) {
                StrategicPatches.apply(StrategicPatches.target(resources, patch), patch);
            }
        } else if (patches.size() > 1) {
            throw StrategicPatches.several(source);
        } else if (!patches.isEmpty()) {
            applyToSelected(resources, new HashSet<>(Selection.of(resources, target)), patches.get(0));
        }
    }

    private static void applyToSelected(ResourceMap resources, Set<Resource> selected, Resource patch) {
        List<Resource> left = new ArrayList<>();
        for (Resource resource : resources.resources()) {
            if (selected.contains(resource)) {
                StrategicPatches.apply(resource, StrategicPatches.adapted(patch, resource));
            }
            if (!resource.isGone()) {
                left.add(resource);
            }
        }
        resources.reset(List.of());
        resources.appendAll(left);
    }

    /** The deprecated list of patches, each of which names its object. */
    static Transformer deprecated(List<Resource> patches) {
        return resources -> {
            for (Resource patch : patches) {
                Resource target = StrategicPatches.target(resources, patch);
                applyToSelected(resources, Set.of(target), patch);
            }
        };
    }
}
