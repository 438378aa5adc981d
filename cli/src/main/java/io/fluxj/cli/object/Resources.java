package io.fluxj.cli.object;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIGroupList;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The kinds that the cluster has, by what users call them: {@code deploy}, {@code deployments}, {@code Deployment}. */
public record Resources(Session session) {

    /**
     * The kind of this name; of several the core's first, then in the cluster's own order of groups.
     *
     * @throws CommandFailure when the cluster has no such kind
     */
    public ResourceDefinitionContext named(String word) {
        return all().filter(each -> each.isCalled(word))
                .findFirst()
                .map(Served::definition)
                .orElseThrow(() -> unknown(word));
    }

    private CommandFailure unknown(String word) {
        Set<String> known = new TreeSet<>();
        all().forEach(each -> known.add(each.resource().getName()));
        return new CommandFailure(
                "the server doesn't have a resource type \"%s\"%s".formatted(word, Nearest.hint(word, known)));
    }

    /** The kind of this name in one version, such as {@code apps/v1}. */
    public Optional<ResourceDefinitionContext> in(String groupVersion, String kind) {
        return served(groupVersion)
                .filter(each -> each.isCalled(kind))
                .findFirst()
                .map(Served::definition);
    }

    /** Whether objects of a kind are in namespaces; true for what the cluster does not know. */
    public boolean namespaced(String groupVersion, String kind) {
        return in(groupVersion, kind)
                .map(ResourceDefinitionContext::isNamespaceScoped)
                .orElse(true);
    }

    private Stream<Served> all() {
        APIGroupList groups = session.client().getApiGroups();
        Stream<String> versions = groups == null
                ? Stream.of()
                : groups.getGroups().stream().map(APIGroup::getPreferredVersion).map(each -> each.getGroupVersion());
        return Stream.concat(Stream.of("v1"), versions).flatMap(this::served);
    }

    private Stream<Served> served(String groupVersion) {
        APIResourceList list = session.client().getApiResources(groupVersion);
        return list == null
                ? Stream.of()
                : list.getResources().stream()
                        .filter(each -> !each.getName().contains("/"))
                        .map(each -> new Served(groupVersion, each));
    }

    private record Served(String groupVersion, APIResource resource) {

        boolean isCalled(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            List<String> shortNames =
                    Optional.ofNullable(resource.getShortNames()).orElse(List.of());
            return lower.equals(resource.getName())
                    || lower.equals(resource.getSingularName())
                    || lower.equals(resource.getKind().toLowerCase(Locale.ROOT))
                    || shortNames.contains(lower)
                    || lower.equals(resource.getName() + "." + group());
        }

        private String group() {
            return groupVersion.contains("/") ? groupVersion.substring(0, groupVersion.indexOf('/')) : "";
        }

        ResourceDefinitionContext definition() {
            return new ResourceDefinitionContext.Builder()
                    .withGroup(group().isEmpty() ? null : group())
                    .withVersion(groupVersion.substring(groupVersion.indexOf('/') + 1))
                    .withKind(resource.getKind())
                    .withPlural(resource.getName())
                    .withNamespaced(Objects.requireNonNullElse(resource.getNamespaced(), true))
                    .build();
        }
    }
}
