package io.fluxj.helm.render;

import java.util.SortedMap;

/** Changes what templates printed before it is sorted into hooks and manifests. */
@FunctionalInterface
public interface PostRenderer {
    /** Changes nothing. */
    PostRenderer NONE = files -> files;

    /**
     * The changed texts.
     *
     * @param files by the paths of their templates
     * @throws io.fluxj.helm.HelmException when they cannot be changed
     */
    SortedMap<String, String> changed(SortedMap<String, String> files);
}
