package io.fluxj.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workloads get Pods and a status, and Pods run on the nodes that there are. */
@SuppressWarnings("NullAway.Init")
class WorkloadsTest {
    private static final String TEMPLATE = """
            selector: {matchLabels: {app: web}}
            template:
              metadata: {labels: {app: web}}
              spec: {containers: [{name: c, image: "registry.example/web:1"}]}
            """;

    private EmbeddedKube kube;
    private KubernetesClient client;

    @BeforeEach
    void start() {
        kube = EmbeddedKube.builder().workloads(true).start();
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kube.kubeconfig()))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        kube.close();
    }

    @Test
    void aDeploymentIsAvailableOnceItsPodsRunOnANode() {
        create("apps/v1", "Deployment", "web", "replicas: 2\n" + TEMPLATE);
        await().until(() -> pods().size() == 2);
        assertThat(pods()).allMatch(pod -> pod.getStatus().getPhase().equals("Pending"));
        assertThat(condition(deployment(), "Available")).isEqualTo("False");

        node("n1");

        await().until(() -> condition(deployment(), "Available").equals("True"));
        await().until(() -> deployment().getStatus().getReadyReplicas() != null
                && deployment().getStatus().getReadyReplicas() == 2);
        assertThat(condition(deployment(), "Progressing")).isEqualTo("True");
        assertThat(deployment().getMetadata().getAnnotations()).containsEntry("deployment.kubernetes.io/revision", "1");
        assertThat(pods()).allMatch(pod -> pod.getSpec().getNodeName().equals("n1"));
    }

    @Test
    void aChangedTemplateReplacesAllPodsAndKeepsTheOldReplicaSet() {
        node("n1");
        create("apps/v1", "Deployment", "web", "replicas: 3\n" + TEMPLATE);
        await().until(() -> isRolledOut(3));

        client.apps().deployments().inNamespace("default").withName("web").edit(found -> {
            found.getSpec().getTemplate().getSpec().getContainers().getFirst().setImage("registry.example/web:2");
            return found;
        });

        await().until(() ->
                isRolledOut(3) && pods().stream().allMatch(pod -> image(pod).endsWith(":2")) && pods().size() == 3);
        assertThat(replicaSets()).hasSize(2).anyMatch(set -> set.getSpec().getReplicas() == 0);
        assertThat(deployment().getMetadata().getAnnotations()).containsEntry("deployment.kubernetes.io/revision", "2");
    }

    @Test
    void podsThatFitOnNoNodeStayPending() {
        node("n1");
        create(
                "apps/v1",
                "Deployment",
                "web",
                "replicas: 1\n"
                        + TEMPLATE.replace("spec: {containers", "spec: {nodeSelector: {disk: fast}, containers"));
        await().until(() -> deployment().getStatus().getUnavailableReplicas() != null);
        assertThat(pods()).allMatch(pod -> pod.getStatus().getPhase().equals("Pending"));
        assertThat(condition(deployment(), "Available")).isEqualTo("False");
    }

    @Test
    void aRemovedDeploymentTakesReplicaSetsAndPodsAlong() {
        node("n1");
        create("apps/v1", "Deployment", "web", "replicas: 2\n" + TEMPLATE);
        await().until(() -> isRolledOut(2));

        client.apps().deployments().inNamespace("default").withName("web").delete();

        await().until(() -> pods().isEmpty() && replicaSets().isEmpty());
    }

    @Test
    void aStatefulSetNumbersItsPodsAndClaimsAndReplacesThemInPlace() {
        node("n1");
        create("apps/v1", "StatefulSet", "web", """
                serviceName: web
                replicas: 2
                volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """ + TEMPLATE);
        await().until(() -> names(pods()).equals(List.of("web-0", "web-1")));
        await().until(() -> client.persistentVolumeClaims().inNamespace("default").list().getItems().stream()
                        .filter(claim -> "Bound".equals(claim.getStatus().getPhase()))
                        .count()
                == 2);

        client.apps().statefulSets().inNamespace("default").withName("web").edit(found -> {
            found.getSpec().getTemplate().getSpec().getContainers().getFirst().setImage("registry.example/web:2");
            return found;
        });

        await().until(() -> names(pods()).equals(List.of("web-0", "web-1"))
                && pods().stream().allMatch(pod -> image(pod).endsWith(":2")));
        await().until(() -> {
            var status = client.apps()
                    .statefulSets()
                    .inNamespace("default")
                    .withName("web")
                    .get()
                    .getStatus();
            return status.getCurrentRevision().equals(status.getUpdateRevision()) && status.getReadyReplicas() == 2;
        });
    }

    @Test
    void aDaemonSetHasOnePodPerNode() {
        node("n1");
        create("apps/v1", "DaemonSet", "web", TEMPLATE);
        await().until(() -> daemonSet().getStatus().getNumberReady() == 1);

        node("n2");

        await().until(() -> daemonSet().getStatus().getNumberReady() == 2);
        assertThat(daemonSet().getStatus().getDesiredNumberScheduled()).isEqualTo(2);
        assertThat(pods().stream().map(pod -> pod.getSpec().getNodeName())).containsExactlyInAnyOrder("n1", "n2");
    }

    @Test
    void aJobCompletesWhenEnoughPodsHaveSucceeded() {
        node("n1");
        create("batch/v1", "Job", "web", """
                completions: 3
                parallelism: 2
                template:
                  spec: {restartPolicy: Never, containers: [{name: c, image: "registry.example/web:1"}]}
                """);

        await().until(() -> job().getStatus().getSucceeded() != null
                && job().getStatus().getSucceeded() == 3
                && job().getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Complete")));
        assertThat(pods()).hasSize(3);
        assertThat(job().getStatus().getCompletionTime()).isNotEmpty();
    }

    @Test
    void aPodThatIsNotRestartedForEverComesToItsEnd() {
        node("n1");
        create("v1", "Pod", "once", "{restartPolicy: Never, containers: [{name: c, image: registry.example/test}]}");

        await().until(() -> pods().getFirst().getStatus().getPhase().equals("Succeeded"));
        assertThat(pods().getFirst().getStatus().getContainerStatuses())
                .allSatisfy(container -> assertThat(container.getReady()).isFalse())
                .allSatisfy(container -> assertThat(
                                container.getState().getTerminated().getExitCode())
                        .isZero());
    }

    @Test
    void aServiceTellsWhichPodsAreBehindIt() {
        node("n1");
        create("apps/v1", "Deployment", "web", "replicas: 2\n" + TEMPLATE);
        create("v1", "Service", "web", "selector: {app: web}\nports: [{name: http, port: 80, targetPort: 8080}]\n");

        await().until(() -> addresses(slice()).size() == 2);

        assertThat(addresses(slice()))
                .containsExactlyInAnyOrderElementsOf(
                        pods().stream().map(pod -> pod.getStatus().getPodIP()).toList());
        assertThat(slice().getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("http");
            assertThat(port.getPort()).isEqualTo(8080);
        });
        await().until(() -> endpoints() != null && !endpoints().getSubsets().isEmpty());
        assertThat(endpoints().getSubsets().getFirst().getAddresses()).hasSize(2);

        client.services().inNamespace("default").withName("web").delete();

        await().until(() -> endpoints() == null
                && client.discovery().v1().endpointSlices().inNamespace("default").list().getItems().stream()
                        .noneMatch(s -> s.getMetadata().getName().startsWith("web-")));
    }

    @Test
    void aServiceWithoutPodsIsWrittenOnce() {
        create("v1", "Service", "web", "selector: {app: web}\nports: [{port: 80}]\n");
        await().until(() -> endpoints() != null);
        create("v1", "Service", "other", "selector: {app: other}\nports: [{port: 80}]\n");
        await().until(() ->
                client.endpoints().inNamespace("default").withName("other").get() != null);

        assertThat(slice().getMetadata().getGeneration()).isEqualTo(1);
        assertThat(endpoints().getMetadata().getManagedFields()).hasSize(1);
    }

    private EndpointSlice slice() {
        return client.discovery().v1().endpointSlices().inNamespace("default").list().getItems().stream()
                .filter(s -> s.getMetadata().getName().startsWith("web-"))
                .findFirst()
                .orElseGet(EndpointSlice::new);
    }

    private static List<String> addresses(EndpointSlice slice) {
        return slice.getEndpoints().stream()
                .filter(endpoint -> endpoint.getConditions().getReady())
                .flatMap(endpoint -> endpoint.getAddresses().stream())
                .toList();
    }

    private Endpoints endpoints() {
        return client.endpoints().inNamespace("default").withName("web").get();
    }

    private void create(String apiVersion, String kind, String name, String spec) {
        String yaml = "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: default}\nspec:\n%s"
                .formatted(apiVersion, kind, name, spec.indent(2));
        client.resource(client.getKubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class))
                .create();
    }

    private void node(String name) {
        Node node =
                new NodeBuilder().withNewMetadata().withName(name).endMetadata().build();
        client.resource(node).create();
    }

    private boolean isRolledOut(int replicas) {
        DeploymentStatus status = deployment().getStatus();
        return status.getAvailableReplicas() != null
                && status.getAvailableReplicas() == replicas
                && status.getReplicas() == replicas
                && status.getUpdatedReplicas() != null
                && status.getUpdatedReplicas() == replicas
                && status.getObservedGeneration()
                        .equals(deployment().getMetadata().getGeneration());
    }

    private Deployment deployment() {
        return client.apps()
                .deployments()
                .inNamespace("default")
                .withName("web")
                .get();
    }

    private DaemonSet daemonSet() {
        return client.apps().daemonSets().inNamespace("default").withName("web").get();
    }

    private Job job() {
        return client.batch().v1().jobs().inNamespace("default").withName("web").get();
    }

    private List<ReplicaSet> replicaSets() {
        return client.apps().replicaSets().inNamespace("default").list().getItems();
    }

    private List<Pod> pods() {
        return client.pods().inNamespace("default").list().getItems();
    }

    private static List<String> names(List<? extends HasMetadata> objects) {
        return objects.stream().map(object -> object.getMetadata().getName()).toList();
    }

    private static String image(Pod pod) {
        return pod.getSpec().getContainers().getFirst().getImage();
    }

    private static String condition(Deployment deployment, String type) {
        return deployment.getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .map(condition -> condition.getStatus())
                .findFirst()
                .orElse("");
    }
}
