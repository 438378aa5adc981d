package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.id.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects in order of accumulation, no two of which have the same current id when they are added.
 *
 * <p>Looking objects up by name takes no walk over all of them, for as long as every change of an object is told: by {@link #changed},
 * or by asking for the list of all, after which anything may have changed.
 */
public final class ResourceMap {

    private List<Resource> resources = new ArrayList<>();
    private @Nullable IdIndex index = new IdIndex(List.of());
    private boolean mayHoldGone;
    private boolean isUnique = true;

    /** The objects, for reading or changing; the list itself must not be changed. */
    public List<Resource> resources() {
        anythingChanged();
        return resources;
    }

    private void anythingChanged() {
        index = null;
        mayHoldGone = true;
        isUnique = false;
    }

    /** Tells that one of the objects looked up was changed, or deleted. */
    public void changed(Resource resource) {
        if (resource.isGone()) {
            mayHoldGone = true;
        } else if (index == null || index.update(resource)) {
            isUnique = false;
        }
    }

    private IdIndex index() {
        IdIndex known = index;
        if (known == null) {
            known = new IdIndex(resources);
            index = known;
        }
        return known;
    }

    public int size() {
        return resources.size();
    }

    public ResourceMap deepCopy() {
        ResourceMap copy = new ResourceMap();
        copy.reset(resources.stream().map(Resource::copy).toList());
        return copy;
    }

    /** Adds objects at the end. */
    public void appendAll(List<Resource> added) {
        if (added.isEmpty()) {
            return;
        }
        IdIndex known = index();
        for (Resource resource : added) {
            ResourceId id = resource.currentId();
            for (Resource other : known.called(id)) {
                if (other.currentId().key().equals(id.key())) {
                    throw duplicate(resource, other);
                }
            }
            known.add(resource);
            resources.add(resource);
        }
    }

    /** Refuses objects two of which have come to have the same current id. */
    public void requireUnique() {
        if (isUnique) {
            return;
        }
        Map<ResourceId.Key, Resource> seen = HashMap.newHashMap(resources.size());
        for (Resource resource : resources) {
            Resource other = resource.isGone()
                    ? null
                    : seen.putIfAbsent(resource.currentId().key(), resource);
            if (other != null) {
                throw duplicate(resource, other);
            }
        }
        isUnique = true;
    }

    private static BuildException duplicate(Resource resource, Resource other) {
        return resource.problem(
                        "the object is defined twice, first in " + other.place().describe())
                .hint("remove one of the two, or give them different names or namespaces");
    }

    /** Replaces all objects by these, without checking. */
    public void reset(List<Resource> list) {
        resources = new ArrayList<>(list);
        anythingChanged();
    }

    /** Drops what patches deleted. */
    public void dropGone() {
        if (mayHoldGone) {
            IdIndex known = index;
            if (known != null) {
                resources.stream().filter(Resource::isGone).forEach(known::remove);
            }
            resources.removeIf(Resource::isGone);
            mayHoldGone = false;
        }
    }

    /** Objects that are or were called just so: same kind, name and namespace. */
    public List<Resource> everCalled(ResourceId id) {
        return present(index().called(id));
    }

    /** Objects that have or had this name. */
    public List<Resource> everNamed(String name) {
        return present(index().named(name));
    }

    /** All objects that are there, for reading; whoever changes some of them tells it. */
    public List<Resource> present() {
        return present(resources);
    }

    private static List<Resource> present(List<Resource> list) {
        return list.stream().filter(resource -> !resource.isGone()).toList();
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
        if (resource.marks().behavior() != Behavior.CREATE) {
            throw resource.problem("there is no such object to "
                            + resource.marks().behavior().name().toLowerCase(Locale.ROOT)
                            + " the generated data into")
                    .hint("use behavior: create, or name an object that a base generates");
        }
        appendAll(List.of(resource));
    }

    private void replace(Resource old, Resource resource) {
        switch (resource.marks().behavior()) {
            case CREATE ->
                throw resource.problem("the generated object exists already")
                        .hint("use behavior: merge or behavior: replace");
            case REPLACE -> resource.mergeMetadataFrom(old);
            case MERGE -> merge(old, resource);
        }
        index().replace(old, resource);
        resources.set(resources.indexOf(old), resource);
        isUnique = false;
    }

    private static void merge(Resource old, Resource resource) {
        String origin = old.annotation(BuildAnnotations.ORIGIN).orElse("");
        resource.mergeMetadataFrom(old);
        Inheritance.data(resource, old, "data");
        Inheritance.data(resource, old, "binaryData");
        if (!origin.isEmpty()) {
            resource.marks().putOrigin(origin);
        }
    }
}
