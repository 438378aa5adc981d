package io.fluxj.kustomize.filter.affix;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.fieldspec.Setter;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Tags;
import java.util.List;

/**
 * Adds a prefix or a suffix to names. Definitions of kinds, Namespaces and APIServices keep theirs.
 *
 * @param suffix whether the text goes to the end
 */
public record AffixTransformer(String text, boolean suffix, List<FieldSpec> specs) implements Transformer {

    private static final List<Gvk> SKIPPED = List.of(
            new Gvk("", "", "CustomResourceDefinition"),
            new Gvk("apiregistration.k8s.io", "", "APIService"),
            new Gvk("", "", "Namespace"));

    @Override
    public void transform(ResourceMap resources) {
        Each.of(resources.resources(), this::apply);
    }

    private void apply(Resource resource) {
        Gvk original = resource.originalId().gvk();
        if (SKIPPED.stream().anyMatch(original::isSelectedBy)) {
            return;
        }
        for (FieldSpec spec : specs) {
            if (original.isSelectedBy(spec.gvk())) {
                if (spec.path().equals("metadata/name")) {
                    note(resource);
                }
                FieldWalk.creating(Node.Kind.SCALAR, Tags.STRING, this::change).apply(resource.root(), spec);
            }
        }
    }

    private void note(Resource resource) {
        if (suffix) {
            resource.addSuffix(text);
        } else {
            resource.addPrefix(text);
        }
        if (!text.isEmpty()) {
            resource.rememberId();
        }
    }

    private void change(Node node) {
        Setter.text(node, suffix ? node.value() + text : text + node.value());
    }
}
