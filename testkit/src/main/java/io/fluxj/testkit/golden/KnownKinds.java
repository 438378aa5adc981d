package io.fluxj.testkit.golden;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds that a cluster serves, by every name that kubectl has for them. */
final class KnownKinds {
    private final Map<String, ResourceDefinitionContext> byName = new HashMap<>();

    private KnownKinds() {}

    /** Asks the cluster. */
    static KnownKinds of(KubernetesClient client) {
        KnownKinds kinds = new KnownKinds();
        kinds.add(client.getApiResources("v1"), "", "v1");
        for (APIGroup group : client.getApiGroups().getGroups()) {
            String version = group.getPreferredVersion().getVersion();
            kinds.add(client.getApiResources(group.getName() + "/" + version), group.getName(), version);
        }
        return kinds;
    }

    private void add(APIResourceList served, String group, String version) {
        for (APIResource resource : served.getResources()) {
            if (!resource.getName().contains("/")) {
                ResourceDefinitionContext context = new ResourceDefinitionContext.Builder()
                        .withGroup(group)
                        .withVersion(version)
                        .withKind(resource.getKind())
                        .withPlural(resource.getName())
                        .withNamespaced(resource.getNamespaced())
                        .build();
                byName.putIfAbsent(resource.getKind().toLowerCase(Locale.ROOT), context);
                byName.putIfAbsent(resource.getName(), context);
                resource.getShortNames().forEach(name -> byName.putIfAbsent(name, context));
            }
        }
    }

    /** A kind by its name, its plural or a short name; empty when nothing is served under it. */
    Optional<ResourceDefinitionContext> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A kind that has to be there. */
    ResourceDefinitionContext get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no kind " + name + " is served"));
    }
}
