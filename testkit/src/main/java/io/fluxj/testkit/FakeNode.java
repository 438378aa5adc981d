package io.fluxj.testkit;

import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stands for scheduler and kubelet: Pods of the usual scheduler that may run anywhere run at once, those of Jobs finish at once. On the embedded API a Node
 * object is enough for that.
 */
public final class FakeNode implements AutoCloseable {

    private static final String NAME = "fake-node";
    private static final Duration PERIOD = Duration.ofMillis(300);

    private final KubernetesClient client;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    private FakeNode(KubernetesClient client) {
        this.client = client;
    }

    /** Starts it. */
    public static FakeNode start(KubeCluster cluster) {
        KubernetesClient client = cluster.client();
        client.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .build())
                .create();
        FakeNode node = new FakeNode(client);
        if (cluster.isReal()) {
            var _ = node.timer.scheduleWithFixedDelay(node::run, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
        return node;
    }

    private void run() {
        try {
            client.pods().inAnyNamespace().list().getItems().forEach(this::advance);
        } catch (RuntimeException e) {
            System.err.println("fake node: " + e.getMessage());
        }
    }

    private void advance(Pod pod) {
        boolean anywhere = (pod.getSpec().getNodeSelector() == null
                        || pod.getSpec().getNodeSelector().isEmpty())
                && "default-scheduler".equals(pod.getSpec().getSchedulerName());
        if (pod.getSpec().getNodeName() == null && anywhere) {
            bind(pod);
        } else if (pod.getSpec().getNodeName() != null
                && "Pending".equals(pod.getStatus().getPhase())) {
            runPod(pod);
        }
    }

    private void bind(Pod pod) {
        client.bindings()
                .inNamespace(pod.getMetadata().getNamespace())
                .resource(new BindingBuilder()
                        .withNewMetadata()
                        .withName(pod.getMetadata().getName())
                        .withNamespace(pod.getMetadata().getNamespace())
                        .endMetadata()
                        .withNewTarget()
                        .withKind("Node")
                        .withName(NAME)
                        .endTarget()
                        .build())
                .create();
    }

    private void runPod(Pod pod) {
        boolean job = pod.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getKind().equals("Job"));
        String container = pod.getSpec().getContainers().getFirst().getName();
        String state = job
                ? "{\"terminated\": {\"exitCode\": 0, \"startedAt\": \"2026-01-01T00:00:00Z\", \"finishedAt\": \"2026-01-01T00:00:01Z\"}}"
                : "{\"running\": {\"startedAt\": \"2026-01-01T00:00:00Z\"}}";
        String status = """
                {"status": {"phase": "%s", "startTime": "2026-01-01T00:00:00Z",
                 "conditions": [{"type": "Ready", "status": "%s", "lastTransitionTime": "2026-01-01T00:00:00Z"}],
                 "containerStatuses": [{"name": "%s", "ready": %s, "restartCount": 0, "image": "x", "imageID": "x",
                  "state": %s}]}}""".formatted(job ? "Succeeded" : "Running", job ? "False" : "True", container, !job, state);
        client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .subresource("status")
                .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), status);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.nodes().withName(NAME).delete();
    }
}
