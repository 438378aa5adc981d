package io.fluxj.kustomize.build;

import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import java.util.List;
import java.util.Map;

/** Runs a transformer as a validator: it may look at the objects but not change them. */
final class Validation {

    private static final String VALIDATED_BY = "validated-by";

    private Validation() {}

    static void run(Transformer validator, Resource plugin, ResourceMap resources) {
        List<Resource> before = resources.deepCopy().resources();
        validator.transform(resources);
        List<Resource> after = resources.deepCopy().resources();
        after.forEach(Validation::removeMark);
        boolean same = before.size() == after.size();
        for (int i = 0; same && i < before.size(); i++) {
            same = before.get(i).root().sameAs(after.get(i).root());
        }
        if (!same) {
            throw plugin.problem("a validator changed the objects").hint("list it in transformers instead");
        }
    }

    private static void removeMark(Resource resource) {
        Map<String, String> labels = resource.labels();
        if (labels.remove(VALIDATED_BY) != null) {
            resource.setLabels(labels);
        }
    }
}
