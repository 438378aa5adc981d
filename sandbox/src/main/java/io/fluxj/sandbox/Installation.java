package io.fluxj.sandbox;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;

/** Puts into the cluster what the controllers need, and the two objects that make it follow the repository. */
final class Installation {

    /** How many Flux objects this makes; the repository brings the others. */
    static final int OBJECTS = 2;

    private static final String NAMESPACE = "flux-system";
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("flux")
            .withForce(true)
            .build();

    private final KubernetesClient client;

    Installation(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Applies the CRDs and waits until they are served, and makes the namespace.
     *
     * @throws SandboxException if the cluster has definitions with which the controllers cannot work
     */
    void prepare() throws IOException, SandboxException {
        new Definitions(client).install(APPLY);
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
                  annotations:
                    %s: %s
                spec:
                  interval: 2s
                  url: %s
                  ref:
                    branch: %s
                """.formatted(Occupancy.MARK, yaml(source.identity()), yaml(source.url()), yaml(source.branch())));
        apply("""
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata:
                  name: flux-system
                  namespace: flux-system
                  annotations:
                    %s: %s
                spec:
                  interval: 30s
                  retryInterval: 10s
                  timeout: 1m
                  path: %s
                  prune: true
                  sourceRef:
                    kind: GitRepository
                    name: flux-system
                """.formatted(Occupancy.MARK, yaml(source.identity()), yaml(source.path())));
    }

    /** What the objects of the sample name and no repository can know: where messages go, and the secret of the webhook. */
    void provideForSample(FleetSource sample, SandboxPorts ports) {
        apply("""
                apiVersion: notification.toolkit.fluxcd.io/v1beta3
                kind: Provider
                metadata:
                  name: sandbox
                  namespace: flux-system
                  annotations:
                    %s: %s
                spec:
                  type: generic
                  address: http://127.0.0.1:%d/
                """.formatted(Occupancy.MARK, yaml(sample.identity()), ports.messages()));
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("webhook-token")
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .addToStringData("token", "for the sandbox alone")
                        .build())
                .patch(APPLY);
    }

    /** A text as YAML has it between quotes. */
    private static String yaml(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private void apply(String yaml) {
        HasMetadata object = client.getKubernetesSerialization().unmarshal(yaml);
        client.resource(object).patch(APPLY);
    }
}
