package io.fluxj.helmrelease.postrender;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.api.helm.v2.KustomizePostRenderer;
import io.fluxj.api.helm.v2.PostRenderStrategy;
import io.fluxj.api.meta.CommonMetadata;
import io.fluxj.helm.render.PostRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a spec wants changed in rendered manifests: patches and images, common metadata, and the labels of their owner, in this order. Source: behaviour §3.6. */
public final class PostRendering implements PostRenderer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Kustomizing> steps;
    private final PostRenderStrategy strategy;

    private PostRendering(List<Kustomizing> steps, PostRenderStrategy strategy) {
        this.steps = List.copyOf(steps);
        this.strategy = strategy;
    }

    /**
     * That of a spec.
     *
     * @param ownerLabels of every object
     * @param otherwise what becomes of hooks where the spec does not say
     */
    public static PostRendering of(
            HelmReleaseSpec spec, Map<String, String> ownerLabels, PostRenderStrategy otherwise) {
        List<Kustomizing> steps = new ArrayList<>();
        for (int i = 0; i < spec.postRenderers().size(); i++) {
            @Nullable KustomizePostRenderer given = spec.postRenderers().get(i).kustomize();
            if (given != null) {
                steps.add(new Kustomizing(kustomization(given), "spec.postRenderers[" + i + "].kustomize"));
            }
        }
        CommonMetadata common = spec.commonMetadata();
        if (common != null) {
            steps.add(new Kustomizing(metadata(common.labels(), common.annotations()), "spec.commonMetadata"));
        }
        steps.add(new Kustomizing(metadata(ownerLabels, Map.of()), "owner labels"));
        return new PostRendering(steps, strategy(spec, otherwise));
    }

    private static PostRenderStrategy strategy(HelmReleaseSpec spec, PostRenderStrategy otherwise) {
        return spec.postRenderStrategy() == null
                ? otherwise
                : spec.postRenderStrategy().known().orElse(otherwise);
    }

    private static ObjectNode kustomization(KustomizePostRenderer given) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode patches = file.putArray("patches");
        given.patches().forEach(patch -> patches.add(JSON.valueToTree(patch)));
        ArrayNode images = file.putArray("images");
        given.images().forEach(image -> images.add(JSON.valueToTree(image)));
        return file;
    }

    /** Labels and annotations of the objects alone: those of what they make, such as Pods, are not touched. */
    private static ObjectNode metadata(Map<String, String> labels, Map<String, String> annotations) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode transformers = file.putArray("transformers");
        if (!labels.isEmpty()) {
            transformers.add(transformer("LabelTransformer", "labels", labels).toString());
        }
        if (!annotations.isEmpty()) {
            transformers.add(transformer("AnnotationsTransformer", "annotations", annotations)
                    .toString());
        }
        return file;
    }

    private static ObjectNode transformer(String kind, String field, Map<String, String> values) {
        ObjectNode transformer = JsonNodeFactory.instance.objectNode();
        transformer.put("apiVersion", "builtin").put("kind", kind);
        transformer.putObject("metadata").put("name", field);
        values.forEach(transformer.putObject(field)::put);
        transformer
                .putArray("fieldSpecs")
                .addObject()
                .put("path", "metadata/" + field)
                .put("create", true);
        return transformer;
    }

    @Override
    public SortedMap<String, String> changed(SortedMap<String, String> files) {
        PrintedFiles printed = PrintedFiles.of(files);
        return switch (strategy) {
            case COMBINED -> run(printed.all());
            case NOHOOKS -> PrintedFiles.joined(run(printed.plain()), printed.hooks());
            case SEPARATE -> PrintedFiles.joined(run(printed.plain()), run(printed.hooks()));
        };
    }

    private SortedMap<String, String> run(SortedMap<String, String> files) {
        SortedMap<String, String> changed = files;
        for (Kustomizing step : steps) {
            changed = step.over(changed);
        }
        return changed;
    }
}
