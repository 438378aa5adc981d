package io.fluxj.kustomize.filter.nameref;

import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All objects of a build by the names that they had before, since only objects with another name now can be worth following. */
final class Candidates {

    private final Map<String, List<Candidate>> byPreviousName = new HashMap<>();
    private final Map<String, List<Candidate>> byOriginalNamespace = new HashMap<>();

    /** An object with what is asked of it again and again. */
    record Candidate(Resource resource, ResourceId current, ResourceId original, List<ResourceId> previous) {

        boolean wasCalled(String name) {
            return previous.stream().anyMatch(id -> id.name().equals(name));
        }

        boolean wasOf(Gvk kind) {
            return previous.stream().anyMatch(id -> id.gvk().isSelectedBy(kind));
        }
    }

    Candidates(List<Resource> resources) {
        for (Resource resource : resources) {
            List<ResourceId> previous = resource.previousIds();
            ResourceId current = resource.currentId();
            ResourceId original = previous.isEmpty() ? current : previous.get(0);
            Candidate candidate = new Candidate(resource, current, original, previous);
            byOriginalNamespace
                    .computeIfAbsent(original.effectiveNamespace(), any -> new ArrayList<>())
                    .add(candidate);
            Set<String> names = new LinkedHashSet<>();
            previous.forEach(id -> names.add(id.name()));
            names.forEach(name -> byPreviousName
                    .computeIfAbsent(name, any -> new ArrayList<>())
                    .add(candidate));
        }
    }

    List<Candidate> originallyIn(String namespace) {
        return byOriginalNamespace.getOrDefault(namespace, List.of());
    }

    List<Candidate> called(String name) {
        return byPreviousName.getOrDefault(name, List.of());
    }
}
