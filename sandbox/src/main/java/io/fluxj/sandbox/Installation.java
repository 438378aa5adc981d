package io.fluxj.sandbox;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.source.v1.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts into the cluster what the controllers need, and the two objects that make it follow the repository. */
final class Installation {

    /** How many Flux objects this makes; the repository brings the others. */
    static final int OBJECTS = 2;

    private static final String NAMESPACE = "flux-system";
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(GitRepository.class, Kustomization.class);
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("flux")
            .withForce(true)
            .build();

    private final KubernetesClient client;

    Installation(KubernetesClient client) {
        this.client = client;
    }

    /** Applies the CRDs and waits until they are served, and makes the namespace. */
    void prepare() throws IOException {
        for (var kind : KINDS) {
            apply(definitionOf(kind));
        }
        for (var kind : KINDS) {
            client.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName(HasMetadata.getFullResourceName(kind))
                    .waitUntilCondition(Installation::isEstablished, 30, TimeUnit.SECONDS);
        }
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .patch(APPLY);
    }

    /** Makes the cluster follow the repository, as {@code flux bootstrap} would. */
    void follow(FleetSource source) {
        apply("""
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata:
                  name: flux-system
                  namespace: flux-system
                spec:
                  interval: 2s
                  url: "%s"
                  ref:
                    branch: "%s"
                """.formatted(source.url(), source.branch()));
        apply("""
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata:
                  name: flux-system
                  namespace: flux-system
                spec:
                  interval: 30s
                  retryInterval: 10s
                  timeout: 1m
                  path: "%s"
                  prune: true
                  sourceRef:
                    kind: GitRepository
                    name: flux-system
                """.formatted(source.path()));
    }

    private static String definitionOf(Class<? extends HasMetadata> kind) throws IOException {
        var resource = "/io/fluxj/crds/" + HasMetadata.getGroup(kind) + "_" + HasMetadata.getPlural(kind) + ".yaml";
        try (var in = Objects.requireNonNull(kind.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void apply(String yaml) {
        HasMetadata object = client.getKubernetesSerialization().unmarshal(yaml);
        client.resource(object).patch(APPLY);
    }

    private static boolean isEstablished(@Nullable CustomResourceDefinition crd) {
        return crd != null
                && crd.getStatus() != null
                && crd.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }
}
