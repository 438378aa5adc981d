package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.BuildResult;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.Reorder;
import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.filter.hash.HashTransformer;
import io.fluxj.kustomize.filter.labels.EntriesTransformer;
import io.fluxj.kustomize.filter.nameref.NameReferenceTransformer;
import io.fluxj.kustomize.kustomization.SortOptions;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.load.InputLog;
import io.fluxj.kustomize.order.LegacyOrder;
import io.fluxj.kustomize.resource.BuildAnnotations;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.schema.SchemaInUse;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A whole build: accumulation, then what can only be done once all is known, then order and printing. */
public final class Engine {

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String BUILDER = "kustomize-v5.8.1";

    private Engine() {}

    /** Builds a directory. */
    public static BuildResult build(FileTree tree, String path, BuildOptions options) {
        InputLog log = new InputLog(options.limits());
        Build build = Build.of(log, new SchemaInUse(options.openApi()));
        Directory directory = Directory.entry(tree, path, options, log);
        KustomizationFile file = KustomizationFile.read(directory, build);
        try {
            return build(build, directory, file, options);
        } catch (YamlException e) {
            throw BuildException.because(String.valueOf(e.getMessage()))
                    .causedBy(e)
                    .inKustomization(file.path());
        } catch (StackOverflowError e) {
            throw BuildException.because("the input is nested too deeply")
                    .hint("nest it less deeply")
                    .inKustomization(file.path());
        }
    }

    private static BuildResult build(Build build, Directory directory, KustomizationFile file, BuildOptions options) {
        List<String> metadata = file.kustomization().output().buildMetadata();
        Accumulator accumulated = new Accumulator();
        try {
            OpenApiChoice.apply(file.kustomization().plugins().openApi(), directory, build);
            new Target(build, directory, file, metadata.isEmpty() ? null : Origin.START).accumulate(accumulated);
            finish(accumulated, build);
            sort(accumulated.resources(), file.kustomization().output().sort(), options.reorder());
            clean(accumulated.resources(), metadata);
            return new BuildResult(
                    print(accumulated.resources()),
                    build.log().inputs(),
                    build.variables(),
                    List.copyOf(build.warnings()));
        } catch (BuildException e) {
            throw file.locate(e.atOrigin());
        }
    }

    private static void finish(Accumulator accumulated, Build build) {
        ResourceMap resources = accumulated.resources();
        new HashTransformer().transform(resources);
        new NameReferenceTransformer(accumulated.settings().references()).transform(resources);
        Vars.resolve(accumulated, build);
        List<Resource> kept = new ArrayList<>();
        for (Resource resource : resources.resources()) {
            if (resource.isGone()) {
                continue;
            }
            resource.requireNamed();
            if (resource.annotation(BuildAnnotations.LOCAL_CONFIG)
                    .orElse("false")
                    .equals("false")) {
                kept.add(resource);
            }
        }
        resources.reset(List.of());
        resources.appendAll(kept);
    }

    private static void sort(
            ResourceMap resources, @org.jspecify.annotations.Nullable SortOptions options, Reorder reorder) {
        if (options == null) {
            if (reorder == Reorder.LEGACY) {
                resources.reset(LegacyOrder.builtin().sort(resources.resources()));
            }
            return;
        }
        SortOptions.Legacy legacy = options.legacy();
        switch (options.order()) {
            case "legacy" -> {
                LegacyOrder order =
                        legacy == null ? LegacyOrder.builtin() : new LegacyOrder(legacy.first(), legacy.last());
                List<Resource> sorted = order.sort(resources.resources());
                resources.reset(List.of());
                resources.appendAll(sorted);
            }
            case "fifo" -> {
                if (legacy != null) {
                    throw BuildException.because("legacySortOptions are set but the order is fifo")
                            .inField("sortOptions")
                            .hint("use order: legacy, or take the options out");
                }
            }
            default ->
                throw BuildException.because("there is no order '" + options.order() + "'")
                        .inField("sortOptions.order")
                        .hint("use legacy or fifo");
        }
    }

    private static void clean(ResourceMap resources, List<String> metadata) {
        if (metadata.contains("managedByLabel")) {
            new EntriesTransformer(Map.of(MANAGED_BY, BUILDER), List.of(FieldSpec.anywhere("metadata/labels", true)))
                    .transform(resources);
        }
        for (Resource resource : resources.resources()) {
            resource.marks().removeAll();
            if (!metadata.contains("originAnnotations")) {
                resource.marks().remove(BuildAnnotations.ORIGIN);
            }
            if (!metadata.contains("transformerAnnotations")) {
                resource.marks().remove(BuildAnnotations.TRANSFORMATIONS);
            }
        }
    }

    private static List<BuiltResource> print(ResourceMap resources) {
        List<BuiltResource> printed = new ArrayList<>(resources.size());
        for (Resource resource : resources.resources()) {
            printed.add(PrintedResource.of(resource));
            resource.delete(); // its nodes are not needed any more, and large builds need the room
        }
        return List.copyOf(printed);
    }
}
