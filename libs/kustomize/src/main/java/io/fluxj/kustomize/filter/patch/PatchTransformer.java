package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.select.SelectedResources;
import java.util.List;
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
                Resource resource = StrategicPatches.target(resources, patch);
                StrategicPatches.apply(resource, patch);
                resources.changed(resource);
            }
        } else if (patches.size() > 1) {
            throw StrategicPatches.several(source);
        } else if (!patches.isEmpty()) {
            applyToSelected(resources, SelectedResources.of(resources, target), patches.get(0));
        }
    }

    private static void applyToSelected(ResourceMap resources, List<Resource> selected, Resource patch) {
        for (Resource resource : selected) {
            StrategicPatches.apply(resource, StrategicPatches.adapted(patch, resource));
            resources.changed(resource);
        }
        resources.dropGone();
        resources.requireUnique();
    }

    /** The deprecated list of patches, each of which names its object. */
    static Transformer deprecated(List<Resource> patches) {
        return resources -> {
            for (Resource patch : patches) {
                Resource target = StrategicPatches.target(resources, patch);
                applyToSelected(resources, List.of(target), patch);
            }
        };
    }
}
