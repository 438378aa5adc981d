package io.fluxj.kustomize.filter.valueadd;

import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.filter.namespace.NamespaceTransformer;
import io.fluxj.kustomize.filter.namespace.SubjectMode;
import io.fluxj.kustomize.kustomization.Fields;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.select.SelectedResources;
import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts one value into fields, or into file paths that fields hold. */
public record ValueAddTransformer(String value, List<Target> targets) implements Transformer {

    /**
     * Where to put the value.
     *
     * @param position place among the parts of a file path, counted from 1; 0 to replace the whole field
     */
    public record Target(@Nullable Selector selector, String fieldPath, int position) {

        public static Target read(Fields fields) {
            return new Target(fields.object("selector", Selector::read), fields.text("fieldPath"), (int)
                    fields.number("filePathPosition"));
        }
    }

    @Override
    public void transform(ResourceMap resources) {
        for (Target target : targets) {
            Selector selector = target.selector();
            List<Resource> meant = selector == null ? resources.resources() : SelectedResources.of(resources, selector);
            Each.of(meant, resource -> {
                apply(resource, target);
                resources.changed(resource);
            });
        }
    }

    private void apply(Resource resource, Target target) {
        if (target.fieldPath().equals("metadata/namespace")) {
            new NamespaceTransformer(value, List.of(), false, SubjectMode.DEFAULT_ONLY).apply(resource);
            return;
        }
        List<String> path = new ArrayList<>(FieldWalk.split(target.fieldPath(), '/'));
        path.removeIf(String::isBlank);
        Node field = Lookup.create(resource.root(), Node.Kind.SCALAR, path);
        Mappings.require(field, Node.Kind.SCALAR);
        String text = target.position() > 0 ? inserted(field.value(), target.position() - 1) : value;
        Mappings.setScalar(field, Node.scalar(text));
    }

    private String inserted(String path, int position) {
        if (path.isEmpty()) {
            return value;
        }
        boolean absolute = path.startsWith("/");
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        parts.add(Math.min(position, parts.size()), value);
        return (absolute ? "/" : "") + String.join("/", parts);
    }
}
