package io.fluxj.kustomize.filter.images;

import com.google.re2j.Pattern;
import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.fieldspec.Setter;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.kustomization.Image;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import java.util.List;

/** Changes images in every list called {@code containers} or {@code initContainers}, and in the fields that the specs name. */
public record ImageTransformer(Image image, List<FieldSpec> specs) implements Transformer {

    @Override
    public void transform(ResourceMap resources) {
        Pattern pattern = ImageName.matcher(image.name());
        Each.of(resources.resources(), resource -> {
            if (!resource.kind().equals("CustomResourceDefinition")) {
                search(resource.root(), pattern);
            }
        });
        FieldWalk walk = FieldWalk.setting(node -> update(node, pattern));
        Each.of(resources.resources(), resource -> {
            if (!resource.kind().equals("CustomResourceDefinition")) {
                walk.apply(resource.root(), specs);
            }
        });
    }

    private void search(Node node, Pattern pattern) {
        List<Node> content = node.content();
        if (node.isSequence()) {
            content.forEach(element -> search(element, pattern));
        } else if (node.isMapping()) {
            for (int i = 0; i < content.size(); i += 2) {
                Node value = content.get(i + 1);
                search(value, pattern);
                String key = content.get(i).value();
                if (value.isSequence() && (key.equals("containers") || key.equals("initContainers"))) {
                    updateAll(value, pattern);
                }
            }
        }
    }

    private void updateAll(Node containers, Pattern pattern) {
        for (Node container : containers.content()) {
            Node found = Mappings.get(container, "image");
            if (found != null) {
                update(found, pattern);
            }
        }
    }

    private void update(Node node, Pattern pattern) {
        Mappings.require(node, Node.Kind.SCALAR);
        if (pattern.matcher(node.value()).find()) {
            Setter.text(node, changed(ImageName.of(node.value())).toString());
        }
    }

    private ImageName changed(ImageName old) {
        String name = image.newName().isEmpty() ? old.name() : image.newName();
        if (!image.newTag().isEmpty() || !image.digest().isEmpty()) {
            return new ImageName(name, image.newTag(), image.digest());
        }
        if (!image.tagSuffix().isEmpty()) {
            return new ImageName(name, old.tag() + image.tagSuffix(), "");
        }
        return new ImageName(name, old.tag(), old.digest());
    }
}
