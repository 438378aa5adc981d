package io.fluxj.kustomize.filter.nameref;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.settings.NameReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the present names of objects into the fields that name them, wherever prefixes, suffixes, hashes or patches changed them.
 */
public record NameReferenceTransformer(List<NameReference> references) implements Transformer {

    /** A field that may name an object of a kind. */
    private record Reference(FieldSpec field, Gvk target) {}

    @Override
    public void transform(ResourceMap resources) {
        Candidates candidates = new Candidates(resources.resources());
        Map<Gvk, List<Reference>> byKind = new HashMap<>();
        Each.of(resources.resources(), resource -> {
            Gvk original = resource.originalId().gvk();
            Referrer referrer = new Referrer(resource, candidates);
            for (Reference reference : byKind.computeIfAbsent(original, this::referencesOf)) {
                referrer.update(reference.field(), reference.target());
            }
        });
    }

    private List<Reference> referencesOf(Gvk kind) {
        List<Reference> result = new ArrayList<>();
        for (NameReference reference : references) {
            for (FieldSpec field : reference.referrers()) {
                if (kind.isSelectedBy(field.gvk())) {
                    result.add(new Reference(field, reference.target()));
                }
            }
        }
        return result;
    }
}
