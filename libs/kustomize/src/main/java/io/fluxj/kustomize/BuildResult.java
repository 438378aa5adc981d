package io.fluxj.kustomize;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a build made and what it read.
 *
 * @param resources the objects, in order of output
 * @param inputs every file read: path in the tree (or URL) to {@code sha256:<hex>} of its bytes; a file that was looked for in vain maps
 *     to {@code absent}
 * @param variables name to value of every {@code vars} entry that was resolved
 * @param warnings deprecations, one line each, as the command line prints them
 */
public record BuildResult(
        List<BuiltResource> resources,
        SortedMap<String, String> inputs,
        SortedMap<String, String> variables,
        List<String> warnings) {

    /** All objects as one YAML text, joined by {@code ---} lines; empty if there are none. */
    public String toYaml() {
        return toYaml(resources);
    }

    /** The same for other objects, for example those re-read after substitution. */
    public static String toYaml(List<? extends BuiltResource> resources) {
        return resources.stream().map(BuiltResource::toYaml).collect(Collectors.joining("---\n"));
    }
}
