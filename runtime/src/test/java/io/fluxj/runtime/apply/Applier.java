package io.fluxj.runtime.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.prune.PruneOptions;
import io.fluxj.apply.prune.Pruner;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.SinglePass;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An object that applies what a test wants it to apply, in one process after the other. */
record Applier(KubeCluster cluster, String name) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final FluxMarkers MARKERS = new FluxMarkers("kustomize.toolkit.fluxcd.io", "test-controller");
    private static final InventoryField<KustomizationStatus> FIELD =
            new InventoryField<>(KustomizationStatus::inventory, KustomizationStatus::withInventory);

    static Applier create(KubeCluster cluster, String name) {
        new TestObjects(cluster).kustomization(name);
        return new Applier(cluster, name);
    }

    /** One pass of a process that reaches the cluster by {@code client}; the status goes out after every step. */
    void pass(KubernetesClient client, String manifests) {
        pass(client, Cluster.of(client), manifests);
    }

    /** As {@link #pass(KubernetesClient, String)}, deleting as somebody else. */
    void pass(KubernetesClient client, Cluster pruning, String manifests) {
        SinglePass.over(
                object(),
                Scripts.kustomizations(
                        Duration.ofHours(1), pass -> work(pass, Cluster.of(client), pruning, manifests(manifests))),
                client);
    }

    private Outcome work(
            Pass<Kustomization, KustomizationStatus> pass,
            Cluster applying,
            Cluster pruning,
            List<ObjectNode> manifests)
            throws Failure, InterruptedException {
        InventoryLedger<KustomizationStatus> opened = InventoryLedger.open(pass, FIELD);
        InventoryLedger<KustomizationStatus> ledger = opened.applied(apply(pass, opened, applying, manifests));
        pass.flush();
        ledger.pruned(new Pruner(pruning).prune(ledger.stale(), new PruneOptions(ownership(), MARKERS.kept())));
        pass.flush();
        return Outcome.ready(TestReason.STORED, "applied", Duration.ofHours(1));
    }

    private ChangeSet apply(
            Pass<Kustomization, KustomizationStatus> pass,
            InventoryLedger<KustomizationStatus> ledger,
            Cluster applying,
            List<ObjectNode> manifests)
            throws Failure, InterruptedException {
        List<ObjectRef> all = manifests.stream().map(ObjectRef::of).toList();
        try {
            return new StagedApply(applying, new AppliedMemory(1))
                    .apply(
                            manifests,
                            ApplyOptions.of(ownership()),
                            next -> ledger.intend(next, () -> all, "applying"),
                            PassWaits.of(pass));
        } catch (ApplyException failure) {
            ledger.failed(failure);
            throw Retryable.of(TestReason.GIT_OPERATION_FAILED, String.valueOf(failure.getMessage()), failure);
        }
    }

    /** What the stored status says. */
    List<String> inventory() {
        return FIELD.read(object().getStatus()).inventory().refs().stream()
                .map(this::shortened)
                .toList();
    }

    /** What is there. */
    Set<String> live() {
        Cluster all = Cluster.of(cluster.client());
        Set<String> live = new HashSet<>();
        for (ObjectRef kind : List.of(
                ObjectRef.of("v1", "ConfigMap", cluster.namespace(), ""),
                ObjectRef.of("rbac.authorization.k8s.io/v1", "ClusterRole", "", ""))) {
            for (JsonNode item : all.list(kind, ownership().selector()).path("items")) {
                live.add(shortened(ObjectRef.of(
                        kind.apiVersion(),
                        kind.kind(),
                        kind.namespace(),
                        item.at("/metadata/name").asText())));
            }
        }
        return live;
    }

    private String shortened(ObjectRef ref) {
        return ref.kind() + "/" + ref.name().replace(prefix(), "");
    }

    private Kustomization object() {
        return cluster.client()
                .resources(Kustomization.class)
                .inNamespace(cluster.namespace())
                .withName(name)
                .require();
    }

    private Ownership ownership() {
        return MARKERS.ownership(object());
    }

    private String prefix() {
        return cluster.namespace() + "-" + name + "-";
    }

    private List<ObjectNode> manifests(String text) {
        String filled = text.replace("{ns}", cluster.namespace()).replace("{p}", prefix());
        List<ObjectNode> manifests = new ArrayList<>();
        Stream.of(filled.split("(?m)^---\n")).filter(each -> !each.isBlank()).forEach(each -> {
            try {
                ObjectNode manifest = (ObjectNode) YAML.readTree(each);
                Metadata.putLabels(manifest, ownership().labels());
                manifests.add(manifest);
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        });
        return manifests;
    }
}
