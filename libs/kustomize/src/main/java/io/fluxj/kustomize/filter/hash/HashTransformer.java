package io.fluxj.kustomize.filter.hash;

import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;

/** Appends the hash of its content to the name of every object that was generated to have one. */
public final class HashTransformer implements Transformer {

    @Override
    public void transform(ResourceMap resources) {
        Each.of(resources.resources(), HashTransformer::apply);
    }

    private static void apply(Resource resource) {
        if (resource.marks().needsHash()) {
            String hash = ContentHash.of(resource);
            resource.rememberId();
            resource.setName(resource.name() + "-" + hash);
        }
    }
}
