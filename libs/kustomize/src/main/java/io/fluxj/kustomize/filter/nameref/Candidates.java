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

    private final Map<String, Namesakes> byPreviousName = new HashMap<>();
    private final Map<String, List<Candidate>> byOriginalNamespace = new HashMap<>();

    /** An object with what is asked of it again and again. */
    record Candidate(Resource resource, ResourceId current, ResourceId original, List<ResourceId> previous) {

        boolean isIn(String namespace) {
            return current.effectiveNamespace().equals(namespace);
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
            names.forEach(name ->
                    byPreviousName.computeIfAbsent(name, any -> new Namesakes()).add(candidate));
        }
    }

    List<Candidate> originallyIn(String namespace) {
        return byOriginalNamespace.getOrDefault(namespace, List.of());
    }

    /** Objects that had a name, in order. */
    List<Candidate> called(String name) {
        Namesakes namesakes = byPreviousName.get(name);
        return namesakes == null ? List.of() : namesakes.all;
    }

    /** Those of them that are in a namespace now, or in none because of their kind. */
    List<Candidate> calledIn(String name, String namespace) {
        Namesakes namesakes = byPreviousName.get(name);
        return namesakes == null ? List.of() : namesakes.in(namespace);
    }

    /** Objects that had the same name: there may be one in each of very many namespaces. */
    private static final class Namesakes {

        private final List<Candidate> all = new ArrayList<>(1);
        private final Map<String, List<Candidate>> byNamespace = new HashMap<>();

        void add(Candidate candidate) {
            all.add(candidate);
            byNamespace
                    .computeIfAbsent(candidate.current().effectiveNamespace(), any -> new ArrayList<>(1))
                    .add(candidate);
        }

        List<Candidate> in(String namespace) {
            List<Candidate> near = byNamespace.getOrDefault(namespace, List.of());
            List<Candidate> everywhere = byNamespace.getOrDefault(ResourceId.NO_NAMESPACE, List.of());
            if (near.isEmpty() || everywhere.isEmpty()) {
                return near.isEmpty() ? everywhere : near;
            }
            return all.stream()
                    .filter(candidate -> candidate.isIn(namespace) || candidate.isIn(ResourceId.NO_NAMESPACE))
                    .toList();
        }
    }
}
