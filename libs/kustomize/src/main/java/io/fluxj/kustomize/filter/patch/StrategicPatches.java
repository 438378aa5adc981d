package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.Node;
import java.util.List;

/** Applies strategic merge patches to objects. */
final class StrategicPatches {

    private StrategicPatches() {}

    /** The one object that a patch names by its own kind, name and namespace. */
    static Resource target(ResourceMap resources, Resource patch) {
        ResourceId id = patch.originalId();
        List<Resource> matches = resources.everCalled(id);
        if (matches.size() == 1) {
            return matches.get(0);
        }
        String what = matches.isEmpty() ? "no object matches the patch" : matches.size() + " objects match the patch";
        throw patch.problem(what).hint(matches.isEmpty() ? advice(resources, id) : "name the object in target");
    }

    private static String advice(ResourceMap resources, ResourceId id) {
        List<Resource> named = resources.everNamed(id.name());
        if (!named.isEmpty()) {
            return "there is " + named.get(0).originalId().describe()
                    + "; apiVersion, kind, name and namespace all have to be the same";
        }
        return "an object has to be in resources before it can be patched; names are compared as they are without this"
                + " kustomization's prefix and suffix";
    }

    /** Merges one patch into one object; what a patch deletes is left empty. */
    static void apply(Resource resource, Resource patch) {
        Each.one(resource, target -> merge(target, patch));
    }

    /** A patch whose root says {@code $patch: replace} leaves the object as it is: kustomize drops what such a merge makes. */
    private static void merge(Resource resource, Resource patch) {
        String name = resource.name();
        String namespace = resource.namespace();
        String kind = resource.kind();
        boolean nameChange = patch.marks().nameChangeAllowed();
        boolean kindChange = patch.marks().kindChangeAllowed();
        if (nameChange || kindChange) {
            resource.rememberId();
        }
        Node merged = StrategicMerge.merge(resource.root(), patch.root(), resource.schema());
        if (merged == null || merged.isNullOrEmpty()) {
            resource.delete();
            return;
        }
        if (!kindChange) {
            resource.setKind(kind);
        }
        if (!nameChange) {
            resource.setName(name);
        }
        resource.setNamespace(namespace);
    }

    /** A patch for objects selected by a target takes their kind, so that their schema is found. */
    static Resource adapted(Resource patch, Resource target) {
        Resource copy = patch.copy();
        copy.mergeMetadataFrom(patch);
        copy.setGvk(target.gvk());
        copy.setKind(patch.kind());
        return copy;
    }

    static BuildException several(String source) {
        return BuildException.because(
                        "a patch with a target may hold one object only, but " + source + " holds several")
                .hint("make an entry in patches for each of them");
    }
}
