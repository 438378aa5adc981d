package io.fluxj.kustomize.filter.namespace;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.fieldspec.Setter;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets {@code metadata.namespace} of everything that is not known to have none, the subjects of role bindings, and what the field specs
 * name.
 *
 * @param unsetOnly whether namespaces that are there stay
 */
public record NamespaceTransformer(String namespace, List<FieldSpec> specs, boolean unsetOnly, SubjectMode subjects)
        implements Transformer {

    private static final String METADATA_NAMESPACE = "metadata/namespace";

    @Override
    public void transform(ResourceMap resources) {
        if (namespace.isEmpty()) {
            return;
        }
        Map<ResourceId.Key, Integer> counts = new HashMap<>();
        resources.resources().forEach(resource -> count(counts, resource, 1));
        Each.of(resources.resources(), resource -> {
            if (!resource.marks().isHelmGenerated()) {
                count(counts, resource, -1);
                resource.rememberId();
                apply(resource);
                count(counts, resource, 1);
                refuseConflict(counts, resource, resources);
            }
        });
    }

    private static void count(Map<ResourceId.Key, Integer> counts, Resource resource, int by) {
        counts.merge(resource.currentId().key(), by, Integer::sum);
    }

    private void refuseConflict(Map<ResourceId.Key, Integer> counts, Resource resource, ResourceMap resources) {
        ResourceId.Key key = resource.currentId().key();
        if (counts.getOrDefault(key, 0) == 1) {
            return;
        }
        String others = resources.resources().stream()
                .filter(other -> other != resource && other.currentId().key().equals(key))
                .map(other ->
                        other.originalId().describe() + " from " + other.place().file())
                .findFirst()
                .orElse("another object");
        throw resource.problem("with the namespace set to '" + namespace + "' it has the same name as " + others)
                .hint("give one of them another name, or set the namespace in the bases");
    }

    /** Sets the namespace of one object. */
    public void apply(Resource resource) {
        Node root = resource.root();
        boolean cluster = resource.schema().isClusterScoped(resource.gvk());
        boolean core = resource.apiVersion().equals("v1");
        boolean binding = isRoleBinding(resource.kind());
        FieldWalk walk = FieldWalk.creating(Node.Kind.SCALAR, "", setter());
        if (!cluster) {
            walk.apply(root, FieldSpec.anywhere(METADATA_NAMESPACE, true));
        }
        if (binding) {
            setSubjects(root);
        }
        FieldWalk tagged = FieldWalk.creating(Node.Kind.SCALAR, Tags.STRING, setter());
        for (FieldSpec spec : specs) {
            boolean handled = spec.path().equals(METADATA_NAMESPACE)
                    || (!core && spec.path().equals("metadata/name"))
                    || (binding
                            && isRoleBinding(spec.gvk().kind())
                            && spec.path().equals("subjects/namespace"));
            if (!handled) {
                tagged.apply(root, spec);
            }
        }
    }

    private static boolean isRoleBinding(String kind) {
        return kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding");
    }

    private Setter setter() {
        Setter set = Setter.entry("", namespace, Tags.STRING);
        return unsetOnly
                ? node -> {
                    if (node.isNull() || node.value().isEmpty()) {
                        set.set(node);
                    }
                }
                : set;
    }

    private void setSubjects(Node root) {
        Node list = Mappings.get(root, "subjects");
        if (subjects == SubjectMode.NONE || Node.absent(list) || list == null) {
            return;
        }
        Mappings.require(list, Node.Kind.SEQUENCE);
        for (Node subject : list.content()) {
            if (isMeant(subject)) {
                setter().set(Lookup.create(subject, Node.Kind.SCALAR, List.of("namespace")));
            }
        }
    }

    private boolean isMeant(Node subject) {
        boolean byName = subjects == SubjectMode.DEFAULT_ONLY;
        Node field = Mappings.get(subject, byName ? "name" : "kind");
        return field != null && !field.isNull() && field.value().equals(byName ? "default" : "ServiceAccount");
    }
}
