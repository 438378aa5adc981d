package io.fluxj.helm.render;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the template function {@code lookup} asks. */
@FunctionalInterface
public interface ClusterLookup {
    /** Knows nothing, like {@code helm template}. */
    ClusterLookup NONE = (apiVersion, kind, namespace, name) -> new java.util.HashMap<>();

    /**
     * An object, or the list of all when {@code name} is empty; an empty map when there is none. The map is the caller's: templates may change it.
     *
     * @throws io.fluxj.gotemplate.value.GoError when the cluster cannot be asked
     */
    Map<String, @Nullable Object> find(String apiVersion, String kind, String namespace, String name);
}
