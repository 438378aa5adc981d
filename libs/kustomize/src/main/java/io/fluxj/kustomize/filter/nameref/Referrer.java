package io.fluxj.kustomize.filter.nameref;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.filter.nameref.Candidates.Candidate;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One object whose fields may name others. */
final class Referrer {

    private final Resource resource;
    private final Candidates candidates;
    private final ResourceId id;
    private final Set<String> subjectNamespaces;
    private final List<String> prefixes;
    private final List<String> suffixes;

    Referrer(Resource resource, Candidates candidates) {
        this.resource = resource;
        this.candidates = candidates;
        this.id = resource.currentId();
        this.subjectNamespaces = subjectNamespaces(resource);
        this.prefixes = resource.prefixes();
        this.suffixes = resource.suffixes();
    }

    /** Namespaces of the service accounts that a RoleBinding names: it may refer to objects there. */
    private static Set<String> subjectNamespaces(Resource resource) {
        Set<String> namespaces = new HashSet<>();
        Node subjects = resource.kind().equals("RoleBinding") ? Mappings.find(resource.root(), "subjects") : null;
        if (subjects != null && subjects.isSequence()) {
            for (Node subject : subjects.content()) {
                addNamespace(namespaces, subject);
            }
        }
        return namespaces;
    }

    private static void addNamespace(Set<String> namespaces, Node subject) {
        Mappings.require(subject, Node.Kind.MAPPING);
        if (subject.isNull()) {
            throw new YamlException("a subject is null", subject.line(), "name the subject, or take it out");
        }
        Node namespace = Mappings.find(subject, "namespace");
        Node kind = Mappings.find(subject, "kind");
        if (namespace == null || kind == null) {
            return;
        }
        requireText(kind, "kind");
        if (kind.value().equals("ServiceAccount")) {
            requireText(namespace, "namespace");
            namespaces.add(namespace.value());
        }
    }

    private static void requireText(Node field, String name) {
        if (!field.isText()) {
            throw new YamlException(
                    "the " + name + " of a subject is not text",
                    field.line(),
                    "put it in quotes; leave a namespace that is not known out");
        }
    }

    void update(FieldSpec field, Gvk target) {
        FieldSpec spec = new FieldSpec(resource.gvk(), field.path(), field.create());
        FieldWalk.setting(node -> update(node, spec.path(), target)).apply(resource.root(), spec);
    }

    private void update(Node node, String path, Gvk target) {
        if (node.isNull()) {
            return;
        }
        switch (node.kind()) {
            case SCALAR -> updateScalar(node, path, target);
            case MAPPING -> updateMapping(node, path, target);
            case SEQUENCE -> node.content().forEach(element -> updateElement(element, path, target));
            case ALIAS -> throw new IllegalStateException("aliases are expanded");
        }
    }

    private void updateElement(Node element, String path, Gvk target) {
        if (element.isSequence()) {
            throw new YamlException(
                    "'" + path + "' holds a list where a name or a map was expected",
                    element.line(),
                    "write the object as its kind wants it there");
        }
        update(element, path, target);
    }

    private void updateScalar(Node node, String path, Gvk target) {
        Candidate found = select(node.value(), path, target, any -> true, false);
        if (found != null && !found.current().name().equals(node.value())) {
            Mappings.setScalar(node, Node.scalar(found.current().name()));
        }
    }

    private void updateMapping(Node node, String path, Gvk target) {
        Node name = Mappings.find(node, "name");
        if (name == null) {
            throw new YamlException(
                    "no 'name' in the map at '" + path + "'", node.line(), "name the object that is referred to");
        }
        String old = name.value();
        Candidate found = select(old, path, target, namespaceFilter(node), true);
        if (found == null
                || (found.current().name().equals(old)
                        && found.resource().namespace().isEmpty())) {
            return;
        }
        Mappings.set(node, "name", Node.scalar(found.current().name()));
        if (!found.resource().namespace().isEmpty()) {
            Mappings.set(node, "namespace", Node.scalar(found.resource().namespace()));
        }
    }

    private Predicate<Candidate> namespaceFilter(Node node) {
        Node namespace = Mappings.find(node, "namespace");
        if (namespace == null) {
            return any -> true;
        }
        String wanted = namespace.value();
        if (wanted.equals(ResourceId.NO_NAMESPACE)) {
            return any -> false;
        }
        boolean original = candidates.originallyIn(wanted).stream().anyMatch(this::mayBeNamed);
        return candidate -> (original ? candidate.original() : candidate.current())
                .effectiveNamespace()
                .equals(wanted);
    }

    private @Nullable Candidate select(
            String name, String path, Gvk target, Predicate<Candidate> more, boolean namespaceCounts) {
        List<Candidate> called = called(name);
        if (called.isEmpty()) {
            return null;
        }
        Predicate<Candidate> role = roleFilter(path);
        List<Candidate> found = called.stream()
                .filter(this::mayBeNamed)
                .filter(more)
                .filter(candidate -> candidate.wasOf(target))
                .filter(role)
                .filter(this::inReach)
                .toList();
        return found.size() == 1 ? found.get(0) : narrowed(found, namespaceCounts);
    }

    /** What had that name and may be named: most objects reach only into their own namespace. */
    private List<Candidate> called(String name) {
        return id.clusterScoped() || !subjectNamespaces.isEmpty()
                ? candidates.called(name)
                : candidates.calledIn(name, id.effectiveNamespace());
    }

    private @Nullable Candidate narrowed(List<Candidate> found, boolean namespaceCounts) {
        List<Candidate> near =
                found.stream().filter(c -> sharesAffixes(c, true)).toList();
        if (near.size() > 1) {
            near = near.stream().filter(c -> sharesAffixes(c, false)).toList();
        }
        if (near.isEmpty()) {
            return null;
        }
        Candidate first = near.get(0);
        boolean same = near.stream()
                .allMatch(other -> other.current().name().equals(first.current().name())
                        && (!namespaceCounts
                                || Objects.equals(
                                        other.resource().namespace(),
                                        first.resource().namespace())));
        if (same) {
            return first;
        }
        String ids = near.stream().map(c -> c.current().describe()).collect(Collectors.joining(", "));
        throw new YamlException(
                "several objects could be meant by a name in it: " + ids, 0, "give them different names in the bases");
    }

    /** Objects in other namespaces cannot be meant, unless one of the two has none. */
    private boolean mayBeNamed(Candidate candidate) {
        return id.clusterScoped()
                || candidate.current().clusterScoped()
                || candidate.current().sameNamespaceAs(id)
                || subjectNamespaces.contains(candidate.resource().namespace());
    }

    private boolean inReach(Candidate candidate) {
        return id.clusterScoped()
                || candidate.current().clusterScoped()
                || candidate.resource().kind().equals("ServiceAccount")
                || candidate.current().sameNamespaceAs(id);
    }

    private Predicate<Candidate> roleFilter(String path) {
        if (!path.endsWith("roleRef/name")) {
            return any -> true;
        }
        Node group = Lookup.find(resource.root(), "roleRef", "apiGroup");
        Node kind = Lookup.find(resource.root(), "roleRef", "kind");
        if (group == null || kind == null) {
            return any -> true;
        }
        Gvk role = new Gvk(group.value(), "", kind.value());
        return candidate -> candidate.wasOf(role);
    }

    private boolean sharesAffixes(Candidate candidate, boolean allowNone) {
        return sameEnd(candidate.resource().prefixes(), prefixes, allowNone)
                && sameEnd(candidate.resource().suffixes(), suffixes, allowNone);
    }

    private static boolean sameEnd(List<String> a, List<String> b, boolean allowNone) {
        if (allowNone && (a.isEmpty() || b.isEmpty())) {
            return true;
        }
        int common = Math.min(a.size(), b.size());
        if (common == 0) {
            return a.size() == b.size();
        }
        return a.subList(a.size() - common, a.size()).equals(b.subList(b.size() - common, b.size()));
    }
}
