package io.fluxj.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.normalise.Normaliser;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.Markers;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.apply.stage.Takeover;
import io.fluxj.testkit.KubeCluster;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An owner who applies manifests to a test's namespace as a GitOps controller does. */
public final class Team implements AutoCloseable {
    private static final Normaliser NORMALISER = new Normaliser();

    public final String namespace;
    public final Requests requests = new Requests();
    public final Cluster cluster;
    public final Ownership ownership;
    public final AppliedMemory memory = new AppliedMemory(1000);
    private final KubernetesClient client;

    public Team(KubeCluster kube) {
        this(kube, "team");
    }

    public Team(KubeCluster kube, String name) {
        namespace = kube.namespace();
        client = new KubernetesClientBuilder()
                .withConfig(kube.client().getConfiguration())
                .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("requests", requests))
                .build();
        cluster = Cluster.of(client);
        ownership = new Ownership("deployer", Map.of("test.dev/name", name, "test.dev/namespace", namespace));
    }

    public ApplyOptions options() {
        return ApplyOptions.of(ownership)
                .withMarkers(new Markers(
                        Set.of(marker("reconcile", "disabled"), marker("ssa", "Ignore")),
                        Set.of(marker("ssa", "IfNotPresent")),
                        Set.of(marker("force", "enabled")),
                        Set.of(marker("ssa", "Merge"))))
                .withTakeover(new Takeover(
                        List.of(
                                new Takeover.Manager("kubectl", Takeover.Operation.APPLY),
                                new Takeover.Manager("kubectl", Takeover.Operation.UPDATE),
                                new Takeover.Manager("before-first-apply", Takeover.Operation.UPDATE),
                                new Takeover.Manager("deployer", Takeover.Operation.UPDATE)),
                        Set.of("kubectl.kubernetes.io/last-applied-configuration"),
                        Set.of("fluxcd.io/sync-gc-mark"),
                        false));
    }

    public ChangeSet apply(String yaml) throws InterruptedException {
        return apply(yaml, options());
    }

    public ChangeSet apply(String yaml, ApplyOptions options) throws InterruptedException {
        return new StagedApply(cluster, memory).apply(manifests(yaml), options);
    }

    /** Manifests as they are applied, with {@code {ns}} replaced. */
    public List<ObjectNode> manifests(String yaml) {
        return Yaml.objects(namespace, yaml).stream().map(this::prepared).toList();
    }

    private ObjectNode prepared(ObjectNode manifest) {
        Metadata.putLabels(manifest, ownership.labels());
        return NORMALISER.normalise(manifest);
    }

    public ObjectRef configMap(String name) {
        return new ObjectRef("", "v1", "ConfigMap", namespace, name);
    }

    public JsonNode live(ObjectRef ref) {
        return cluster.get(ref).orElseThrow();
    }

    /** What others do: an apply under another field manager. */
    public void appliedBy(String manager, String yaml) {
        for (ObjectNode manifest : Yaml.objects(namespace, yaml)) {
            cluster.apply(ObjectRef.of(manifest), manifest, manager);
        }
    }

    /** What others do: a JSON patch under another field manager. */
    public void patchedBy(String manager, ObjectRef ref, String operations) {
        cluster.patch(ref, Yaml.tree(operations), manager);
    }

    /** {@code <manager>/<operation>[/<subresource>]} of those who own fields. */
    public Set<String> managers(ObjectRef ref) {
        Set<String> managers = new TreeSet<>();
        for (JsonNode entry : live(ref).path("metadata").path("managedFields")) {
            String subresource = entry.path("subresource").asText("");
            managers.add(entry.path("manager").asText() + "/"
                    + entry.path("operation").asText() + (subresource.isEmpty() ? "" : "/" + subresource));
        }
        return managers;
    }

    @Override
    public void close() {
        client.close();
    }

    private static Marker marker(String key, String value) {
        return new Marker("test.dev/" + key, value);
    }
}
