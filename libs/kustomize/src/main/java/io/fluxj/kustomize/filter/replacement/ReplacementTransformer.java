package io.fluxj.kustomize.filter.replacement;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.kustomization.Replacement;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.select.LabelSelector;
import io.fluxj.kustomize.select.Patterns;
import io.fluxj.kustomize.yaml.FieldConditions;
import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;

/** Copies values of fields of one object into fields of others. */
public record ReplacementTransformer(List<Placed> replacements) implements Transformer {

    private static final String DEFAULT_PATH = "metadata.name";

    @Override
    public void transform(ResourceMap resources) {
        FieldConditions conditions = new FieldConditions();
        for (Placed placed : replacements) {
            try {
                apply(placed.replacement(), resources, conditions);
            } catch (YamlException e) {
                throw placed.locate(
                        BuildException.because(String.valueOf(e.getMessage())).causedBy(e));
            } catch (BuildException e) {
                throw placed.locate(e);
            }
        }
        resources.dropGone();
    }

    private static void apply(Replacement replacement, ResourceMap resources, FieldConditions conditions) {
        boolean hasSource = replacement.source() != null || replacement.sourceValue() != null;
        List<Replacement.Target> targets = replacement.targets();
        if (!hasSource || targets == null || targets.isEmpty()) {
            throw BuildException.because("a replacement needs a source and at least one target")
                    .hint("write source (or sourceValue) and targets");
        }
        Node value = value(replacement, resources);
        for (Replacement.Target target : targets) {
            apply(target, value, resources, conditions);
        }
    }

    private static Node value(Replacement replacement, ResourceMap resources) {
        Replacement.Source source = replacement.source();
        if (replacement.sourceValue() != null && source != null) {
            throw BuildException.because("a replacement cannot have both source and sourceValue")
                    .hint("keep one of the two");
        }
        if (source == null) {
            return Node.scalar(String.valueOf(replacement.sourceValue()));
        }
        Resource object = sourceObject(source, resources);
        String path = source.fieldPath().isEmpty() ? DEFAULT_PATH : source.fieldPath();
        Node field = find(object, path);
        if (field == null || field.isNullOrEmpty()) {
            throw object.problem("the source field '" + path + "' of a replacement is missing or empty")
                    .hint("dots in keys need a backslash, lists a condition such as [name=web]");
        }
        return refined(field, source.options(), object);
    }

    private static @org.jspecify.annotations.Nullable Node find(Resource object, String path) {
        try {
            return Lookup.find(object.root(), FieldPath.split(path));
        } catch (YamlException e) {
            throw object.locate(e);
        }
    }

    private static Resource sourceObject(Replacement.Source source, ResourceMap resources) {
        List<Resource> matches = new ArrayList<>();
        String wanted = source.id().name();
        for (Resource resource : wanted.isEmpty() ? resources.present() : resources.everNamed(wanted)) {
            if (ids(resource).stream().anyMatch(id -> id.isSelectedBy(source.id()))) {
                matches.add(resource);
            }
        }
        if (matches.size() == 1) {
            return matches.get(0);
        }
        String name = source.id().describe();
        throw BuildException.because(
                        matches.isEmpty()
                                ? "no object is the source of a replacement: " + name
                                : matches.size() + " objects could be the source of a replacement: " + name)
                .hint(matches.isEmpty() ? "check kind, name and namespace" : "name it more closely");
    }

    /** Ids whose scope does not count: here an empty namespace is only that. */
    private static List<ResourceId> ids(Resource resource) {
        List<ResourceId> ids = new ArrayList<>();
        ids.add(new ResourceId(resource.gvk(), false, resource.name(), resource.namespace()));
        ids.addAll(resource.previousIds());
        return ids;
    }

    private static Node refined(Node field, Replacement.Options options, Resource object) {
        if (options.delimiter().isEmpty()) {
            return field;
        }
        if (!field.isScalar()) {
            throw object.problem("a delimiter can only be used on a scalar")
                    .hint("take delimiter out of options, or name a field in it");
        }
        String[] parts = Delimited.split(field.value(), options.delimiter());
        if (options.index() < 0 || options.index() >= parts.length) {
            throw object.problem("options.index " + options.index() + " lies outside the " + parts.length
                            + " parts of the source field")
                    .hint("parts are counted from 0");
        }
        Node part = field.copy();
        part.setValue(parts[options.index()]);
        return part;
    }

    private static void apply(
            Replacement.Target target, Node value, ResourceMap resources, FieldConditions conditions) {
        Selector select = target.select();
        if (select == null) {
            throw BuildException.because("a target of a replacement has no select")
                    .hint("say with select which objects are written to");
        }
        Patterns wanted = new Patterns(select);
        List<Patterns> rejected = target.reject().stream().map(Patterns::new).toList();
        List<String> paths = target.fieldPaths().isEmpty() ? List.of(DEFAULT_PATH) : target.fieldPaths();
        List<Resource> named = wanted.wholeName().map(resources::everNamed).orElseGet(resources::present);
        for (Resource resource : named) {
            if (isMeant(resource, wanted, rejected)) {
                for (String path : paths) {
                    write(resource, value, path, new TargetField(resource.root(), path, target.options(), conditions));
                }
                resources.changed(resource);
            }
        }
    }

    private static boolean isMeant(Resource resource, Patterns wanted, List<Patterns> rejected) {
        if (!hasLabels(resource, wanted.selector())) {
            return false;
        }
        List<ResourceId> ids = ids(resource);
        for (Patterns reject : rejected) {
            Selector selector = reject.selector();
            boolean byLabels = !selector.labelSelector().isEmpty()
                    || !selector.annotationSelector().isEmpty();
            if (byLabels && hasLabels(resource, selector)) {
                return false;
            }
            if (!selector.namesNothing() && ids.stream().anyMatch(id -> selects(reject, id))) {
                return false;
            }
        }
        return ids.stream().anyMatch(id -> selects(wanted, id));
    }

    private static boolean selects(Patterns patterns, ResourceId id) {
        return patterns.matchesKind(id.gvk())
                && patterns.matchesName(id.name())
                && patterns.matchesNamespace(id.namespace());
    }

    private static boolean hasLabels(Resource resource, Selector selector) {
        return LabelSelector.parse(selector.annotationSelector()).matches(resource.annotations())
                && LabelSelector.parse(selector.labelSelector()).matches(resource.labels());
    }

    private static void write(Resource resource, Node value, String path, TargetField field) {
        try {
            field.write(value);
        } catch (YamlException e) {
            throw resource.locate(e).hint("the field path is '" + path + "'");
        }
    }
}
