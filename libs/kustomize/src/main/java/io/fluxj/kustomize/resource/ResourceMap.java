package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.id.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Objects in order of accumulation, no two of which have the same current id when they are added. */
public final class ResourceMap {

    private List<Resource> resources = new ArrayList<>();
    private @Nullable Map<ResourceId.Key, Resource> byCurrentId;

    /** The objects, for reading or renaming; the list itself must not be changed. */
    public List<Resource> resources() {
        byCurrentId = null;
        return resources;
    }

    /** Current ids, kept as long as nobody can have renamed an object. */
    private Map<ResourceId.Key, Resource> index() {
        Map<ResourceId.Key, Resource> known = byCurrentId;
        if (known == null) {
            known = HashMap.newHashMap(resources.size() + 1);
            for (Resource resource : resources) {
                known.put(resource.currentId().key(), resource);
            }
            byCurrentId = known;
        }
        return known;
    }

    public int size() {
        return resources.size();
    }

    public ResourceMap deepCopy() {
        ResourceMap copy = new ResourceMap();
        resources.forEach(resource -> copy.resources.add(resource.copy()));
        return copy;
    }

    /** Adds objects at the end. */
    public void appendAll(List<Resource> added) {
        if (added.isEmpty()) {
            return;
        }
        Map<ResourceId.Key, Resource> known = index();
        for (Resource resource : added) {
            Resource other = known.putIfAbsent(resource.currentId().key(), resource);
            if (other != null) {
                throw duplicate(resource, other);
            }
            resources.add(resource);
        }
    }

    private static BuildException duplicate(Resource resource, Resource other) {
        String first = other.source().file().isEmpty()
                ? "another input"
                : other.source().file() + ":" + other.source().line();
        return resource.problem("the object is defined twice, first in " + first)
                .hint("remove one of the two, or give them different names or namespaces");
    }

    /** Replaces all objects by these, without checking. */
    public void reset(List<Resource> list) {
        resources = new ArrayList<>(list);
        byCurrentId = null;
    }

    /** Drops what patches deleted. */
    public void dropGone() {
        resources.removeIf(Resource::isGone);
        byCurrentId = null;
    }

    public List<Resource> withCurrentId(Predicate<ResourceId> wanted) {
        return resources.stream()
                .filter(resource -> wanted.test(resource.currentId()))
                .toList();
    }

    /** Objects that are or were called just so: same kind, name and namespace. */
    public List<Resource> everCalled(ResourceId id) {
        List<Resource> result = new ArrayList<>(1);
        for (Resource resource : resources) {
            if (!resource.isGone()
                    && History.mayHaveBeenNamed(resource, id.name())
                    && resource.allIds().stream().anyMatch(id::sameAs)) {
                result.add(resource);
            }
        }
        return result;
    }

    /** Objects that have or had an id like this. */
    public List<Resource> withAnyId(Predicate<ResourceId> wanted) {
        return resources.stream()
                .filter(resource ->
                        !resource.isGone() && resource.allIds().stream().anyMatch(wanted))
                .toList();
    }

    /** Takes in generated objects, each as its behavior says. */
    public void absorb(List<Resource> generated) {
        generated.forEach(this::absorb);
    }

    private void absorb(Resource resource) {
        ResourceId id = resource.currentId();
        List<Resource> matches = everCalled(id);
        if (matches.size() > 1) {
            throw resource.problem(matches.size() + " objects could take in the generated data")
                    .hint("name the namespace in the generator");
        }
        if (matches.isEmpty()) {
            create(resource);
        } else {
            replace(matches.get(0), resource);
        }
    }

    private void create(Resource resource) {
        if (resource.behavior() != Behavior.CREATE) {
            throw resource.problem("there is no such object to "
                            + resource.behavior().name().toLowerCase(Locale.ROOT)
                            + " the generated data into")
                    .hint("use behavior: create, or name an object that a base generates");
        }
        appendAll(List.of(resource));
    }

    private void replace(Resource old, Resource resource) {
        switch (resource.behavior()) {
            case CREATE ->
                throw resource.problem("the generated object exists already")
                        .hint("use behavior: merge or behavior: replace");
            case REPLACE -> resource.mergeMetadataFrom(old);
            case MERGE -> merge(old, resource);
        }
        resources.set(resources.indexOf(old), resource);
        byCurrentId = null;
    }

    private static void merge(Resource old, Resource resource) {
        String origin = old.annotation(BuildAnnotations.ORIGIN).orElse("");
        resource.mergeMetadataFrom(old);
        Takeover.data(resource, old, "data");
        Takeover.data(resource, old, "binaryData");
        if (!origin.isEmpty()) {
            resource.putOrigin(origin);
        }
    }
}
