package io.fluxj.kustomize.kustomization;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kustomization file, its deprecated spellings folded into the present ones where both mean the same.
 *
 * @param warnings one line for each deprecated field in use
 */
public record Kustomization(
        boolean component,
        Inputs inputs,
        Naming naming,
        Metadata metadata,
        Changes changes,
        Plugins plugins,
        Output output,
        List<String> warnings) {

    /** What goes in. */
    public record Inputs(
            List<String> resources,
            List<String> components,
            List<GeneratorArgs> configMaps,
            List<GeneratorArgs> secrets,
            boolean helm) {}

    /** Names and namespaces. */
    public record Naming(String namespace, String prefix, String suffix) {}

    /** Labels and annotations. */
    public record Metadata(
            List<Label> labels, Map<String, String> commonLabels, Map<String, String> commonAnnotations) {}

    /** Everything that changes fields. */
    public record Changes(
            List<String> strategicPatches,
            List<Patch> jsonPatches,
            List<Patch> patches,
            List<Image> images,
            List<Replica> replicas,
            List<Replacement> replacements,
            List<Variable> variables) {}

    /** Files that configure more. */
    public record Plugins(
            List<String> configurations,
            List<String> crds,
            List<String> generators,
            List<String> transformers,
            List<String> validators,
            Map<String, String> openApi) {}

    /** How the output looks. */
    public record Output(
            List<String> buildMetadata, @Nullable SortOptions sort) {}
}
