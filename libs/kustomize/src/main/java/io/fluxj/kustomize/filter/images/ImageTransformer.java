package io.fluxj.kustomize.filter.images;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes images in every list called {@code containers} or {@code initContainers}, and in the fields that the specs name. The fields of
 * an object are looked for once, however many images are changed.
 */
public record ImageTransformer(List<ImageChange> changes, List<FieldSpec> specs) implements Transformer {

    @Override
    public void transform(ResourceMap resources) {
        Each.of(resources.resources(), resource -> {
            if (!resource.kind().equals("CustomResourceDefinition")) {
                apply(resource);
            }
        });
    }

    /** A field that is found twice is changed twice by each entry, as in kustomize. */
    private void apply(Resource resource) {
        List<Node> fields = new ArrayList<>();
        search(resource.root(), fields);
        FieldWalk.setting(fields::add).apply(resource.root(), specs);
        changes.forEach(change -> fields.forEach(change::apply));
    }

    private static void search(Node node, List<Node> found) {
        List<Node> content = node.content();
        if (node.isSequence()) {
            content.forEach(element -> search(element, found));
        } else if (node.isMapping()) {
            for (int i = 0; i < content.size(); i += 2) {
                Node value = content.get(i + 1);
                search(value, found);
                String key = content.get(i).value();
                if (value.isSequence() && (key.equals("containers") || key.equals("initContainers"))) {
                    addImages(value, found);
                }
            }
        }
    }

    private static void addImages(Node containers, List<Node> found) {
        for (Node container : containers.content()) {
            Node image = Mappings.get(container, "image");
            if (image != null) {
                found.add(image);
            }
        }
    }
}
