package io.fluxj.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is laid over the kustomization of an installation.
 *
 * @param files more files, by their path in the repository
 * @param components folders below {@code deploy/kustomize/components} that are among them, in the order in which they go together
 * @param resources files that are applied besides, relative to the root
 * @param fields of the kustomization over all, such as {@code patches}
 */
public record Overlay(
        Map<String, String> files, List<String> components, List<String> resources, Map<String, Object> fields) {
    /** Nothing. */
    public static final Overlay NONE = new Overlay(Map.of(), List.of(), List.of(), Map.of());

    public Overlay {
        files = Map.copyOf(files);
        components = List.copyOf(components);
        resources = List.copyOf(resources);
        fields = Map.copyOf(fields);
    }

    /** With what it lies over as the first. */
    List<String> resources(String first) {
        return Stream.concat(Stream.of(first), resources.stream().map("../"::concat))
                .toList();
    }
}
