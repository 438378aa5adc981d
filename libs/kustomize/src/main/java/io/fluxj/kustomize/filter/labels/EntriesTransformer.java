package io.fluxj.kustomize.filter.labels;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.fieldspec.Setter;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets labels or annotations: entries of the maps that the field specs name. */
public record EntriesTransformer(Map<String, String> entries, List<FieldSpec> specs) implements Transformer {

    @Override
    public void transform(ResourceMap resources) {
        Map<String, String> sorted = new TreeMap<>(entries);
        Each.of(
                resources.resources(),
                resource -> sorted.forEach((key, value) -> FieldWalk.creating(
                                Node.Kind.MAPPING, Tags.MAP, Setter.entry(key, value, Tags.STRING))
                        .apply(resource.root(), specs)));
    }
}
