package io.fluxj.kustomize.filter.replicas;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.fieldspec.Setter;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.kustomization.Replica;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Tags;
import java.util.List;

/** Sets the number of replicas of the objects that are or were called so. */
public record ReplicaTransformer(Replica replica, List<FieldSpec> specs) implements Transformer {

    @Override
    public void transform(ResourceMap resources) {
        boolean found = false;
        for (FieldSpec spec : specs) {
            List<Resource> matches = matches(resources, spec);
            found |= !matches.isEmpty();
            Setter setter = node ->
                    Setter.entry("", Long.toString(replica.count()), Tags.INT).set(node);
            Each.of(matches, resource -> FieldWalk.creating(Node.Kind.SCALAR, Tags.INT, setter)
                    .apply(resource.root(), spec));
            matches.forEach(resources::changed);
        }
        if (!found) {
            throw BuildException.because("no object called '" + replica.name() + "' has replicas to set")
                    .hint("kinds with replicas: "
                            + String.join(
                                    ", ",
                                    specs.stream()
                                            .map(spec -> spec.gvk().kind())
                                            .toList()));
        }
    }

    private List<Resource> matches(ResourceMap resources, FieldSpec spec) {
        return resources.everNamed(replica.name()).stream()
                .filter(resource -> resource.allIds().stream()
                        .anyMatch(id ->
                                id.name().equals(replica.name()) && id.gvk().isSelectedBy(spec.gvk())))
                .toList();
    }
}
