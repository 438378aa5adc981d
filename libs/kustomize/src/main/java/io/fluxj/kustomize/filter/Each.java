package io.fluxj.kustomize.filter;

import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.List;
import java.util.function.Consumer;

/** Changes objects one by one, so that a failure names the object. */
public final class Each {

    private Each() {}

    /** Applies a change to every object that is still there. */
    public static void of(List<Resource> resources, Consumer<Resource> change) {
        for (Resource resource : resources) {
            if (!resource.isGone()) {
                one(resource, change);
            }
        }
    }

    /** Applies a change to one object. */
    public static void one(Resource resource, Consumer<Resource> change) {
        try {
            change.accept(resource);
        } catch (YamlException e) {
            throw resource.locate(e);
        }
    }
}
