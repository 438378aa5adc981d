package io.fluxj.sandbox;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fluxj.api.source.v1.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The definitions of all kinds of Flux, so that every manifest of a repository is known to the cluster. */
final class Definitions {

    /** The names of the definitions: plural and group. */
    static final List<String> NAMES = List.of(
            "helmreleases.helm.toolkit.fluxcd.io",
            "imagepolicies.image.toolkit.fluxcd.io",
            "imagerepositories.image.toolkit.fluxcd.io",
            "imageupdateautomations.image.toolkit.fluxcd.io",
            "kustomizations.kustomize.toolkit.fluxcd.io",
            "alerts.notification.toolkit.fluxcd.io",
            "providers.notification.toolkit.fluxcd.io",
            "receivers.notification.toolkit.fluxcd.io",
            "artifactgenerators.source.extensions.fluxcd.io",
            "buckets.source.toolkit.fluxcd.io",
            "externalartifacts.source.toolkit.fluxcd.io",
            "gitrepositories.source.toolkit.fluxcd.io",
            "helmcharts.source.toolkit.fluxcd.io",
            "helmrepositories.source.toolkit.fluxcd.io",
            "ocirepositories.source.toolkit.fluxcd.io");

    private static final List<String> CONTROLLED = List.of(
            "buckets.source.toolkit.fluxcd.io",
            "gitrepositories.source.toolkit.fluxcd.io",
            "helmrepositories.source.toolkit.fluxcd.io",
            "ocirepositories.source.toolkit.fluxcd.io",
            "kustomizations.kustomize.toolkit.fluxcd.io");
    private static final String MARK = "sandbox.fluxj.io/installed";

    private final KubernetesClient client;

    Definitions(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Applies them and waits until they are served. What a cluster has of them from somebody else stays as it is.
     *
     * @throws SandboxException if what the cluster has is too old for the controllers
     */
    void install(PatchContext apply) throws IOException, SandboxException {
        for (var name : NAMES) {
            var present = find(name);
            if (present.isPresent() && !isOurs(present.get())) {
                requireUsable(present.get());
            } else {
                client.resource(read(name)).patch(apply);
            }
        }
        for (var name : NAMES) {
            client.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName(name)
                    .waitUntilCondition(Definitions::isEstablished, 30, TimeUnit.SECONDS);
        }
    }

    private Optional<CustomResourceDefinition> find(String name) {
        return Optional.ofNullable(client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(name)
                .get());
    }

    private static boolean isOurs(CustomResourceDefinition definition) {
        var annotations = definition.getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey(MARK);
    }

    private static void requireUsable(CustomResourceDefinition definition) throws SandboxException {
        var name = definition.getMetadata().getName();
        boolean usable = definition.getSpec().getVersions().stream()
                .anyMatch(version -> "v1".equals(version.getName()) && Boolean.TRUE.equals(version.getServed()));
        if (CONTROLLED.contains(name) && !usable) {
            throw new SandboxException(
                    "the cluster has the definition " + name
                            + " of an older Flux, without version v1: use another cluster, or bring its definitions up to date");
        }
    }

    private HasMetadata read(String name) throws IOException {
        int dot = name.indexOf('.');
        var resource = "/io/fluxj/crds/" + name.substring(dot + 1) + "_" + name.substring(0, dot) + ".yaml";
        try (var in = Objects.requireNonNull(GitRepository.class.getResourceAsStream(resource), resource)) {
            HasMetadata definition = client.getKubernetesSerialization()
                    .unmarshal(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            definition
                    .getMetadata()
                    .setAnnotations(marked(definition.getMetadata().getAnnotations()));
            return definition;
        }
    }

    private static Map<String, String> marked(@Nullable Map<String, String> annotations) {
        var all = new HashMap<>(annotations == null ? Map.of() : annotations);
        all.put(MARK, "true");
        return all;
    }

    private static boolean isEstablished(@Nullable CustomResourceDefinition crd) {
        return crd != null
                && crd.getStatus() != null
                && crd.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }
}
