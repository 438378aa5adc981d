package io.fluxj.kube.discovery;

import io.fluxj.kube.api.GroupVersion;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Every resource that is served now. Readers see a whole catalog; writers replace it. */
public final class Catalog {
    private volatile List<ResourceType> types;

    /** A catalog that starts with the built-in resources. */
    public Catalog(List<ResourceType> builtIn) {
        types = List.copyOf(builtIn);
    }

    /** All resources: built-in ones first, in their order. */
    public List<ResourceType> all() {
        return types;
    }

    /** One resource at a version. */
    public Optional<ResourceType> find(String group, String version, String plural) {
        return types.stream()
                .filter(t -> t.plural().equals(plural)
                        && t.version().equals(version)
                        && t.group().equals(group))
                .findFirst();
    }

    /** The resource of a kind at a version. */
    public Optional<ResourceType> ofKind(GroupVersion at, String kind) {
        return types.stream()
                .filter(t -> t.kind().equals(kind) && t.groupVersion().equals(at))
                .findFirst();
    }

    /** All versions of a resource. */
    public List<ResourceType> versions(ResourceName name) {
        return types.stream().filter(t -> t.name().equals(name)).toList();
    }

    /** All resources whose objects are kept under a name; the events of two groups are the same objects. */
    public List<ResourceType> keptUnder(ResourceName stored) {
        return types.stream().filter(t -> t.stored().equals(stored)).toList();
    }

    /** The versions of every group, preferred first; the core group is the empty name. */
    public Map<String, List<String>> groups() {
        Map<String, Collection<String>> found = new LinkedHashMap<>();
        types.forEach(t -> found.computeIfAbsent(t.group(), g -> new TreeSet<>(VersionOrder.NEWEST_FIRST))
                .add(t.version()));
        Map<String, List<String>> out = new LinkedHashMap<>();
        found.forEach((group, versions) -> out.put(group, new ArrayList<>(versions)));
        return out;
    }

    /** The resources of a group at a version. */
    public List<ResourceType> in(String group, String version) {
        return types.stream()
                .filter(t -> t.group().equals(group) && t.version().equals(version))
                .toList();
    }

    /** Replaces all versions of a custom resource; none takes it out. */
    public synchronized void replace(ResourceName name, List<ResourceType> versions) {
        List<ResourceType> next = new ArrayList<>(types);
        next.removeIf(t -> t.name().equals(name) && t.isCustom());
        next.addAll(versions);
        types = List.copyOf(next);
    }
}
