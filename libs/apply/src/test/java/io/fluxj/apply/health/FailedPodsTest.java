package io.fluxj.apply.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.apply.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.List;

/** What Pods say about the StatefulSet or ReplicaSet they belong to. Nothing runs Pods here: only the test reports on them. */
class FailedPodsTest {
    private static final String OWNERS = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: set, namespace: '{ns}'}
            spec: {serviceName: set, replicas: 3, podManagementPolicy: Parallel, {template}}
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: set, namespace: '{ns}'}
            spec: {replicas: 3, {template}}
            """;

    private static final String TEMPLATE = "selector: {matchLabels: {app: %1$s}}, template: {metadata: {labels:"
            + " {app: %1$s}}, spec: {nodeSelector: {nobody: has-this}, containers: [{name: c, image: 'vat:1'}]}}";

    private static final String CRASHING =
            "{phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: c, image: 'vat:1',"
                    + " imageID: x, ready: false, restartCount: 5, state: {waiting: {reason: CrashLoopBackOff}}}]}";

    @ClusterTest
    void oneThatCrashesAgainAndAgainFailsItsOwnerAtOnce(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            for (ObjectRef owner : ownersWithAPod(kube, team, CRASHING)) {
                assertThat(new HealthWait(team.cluster).await(List.of(owner), HealthOptions.of(Duration.ofSeconds(60))))
                        .isInstanceOfSatisfying(HealthResult.Failed.class, failed -> {
                            assertThat(failed.message())
                                    .isEqualTo("failed early due to stalled resources: [" + owner.subject()
                                            + " status: 'Failed']");
                            assertThat(failed.objects().getFirst().health())
                                    .isEqualTo(Health.failed("FailedPods", "1 pods have failed"));
                        });
            }
        }
    }

    @ClusterTest
    void oneThatWasEvictedDoesNot(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            for (ObjectRef owner : ownersWithAPod(kube, team, "{phase: Failed, reason: Evicted}")) {
                assertThat(new HealthWait(team.cluster).await(List.of(owner), HealthOptions.of(Duration.ofSeconds(2))))
                        .isInstanceOfSatisfying(HealthResult.TimedOut.class, late -> assertThat(late.message())
                                .isEqualTo("timeout waiting for: [" + owner.subject() + " status: 'InProgress']"));
            }
        }
    }

    /** The Pods are there first: a controller that comes later takes them for its own, and makes only those that are missing. */
    private static List<ObjectRef> ownersWithAPod(KubeCluster kube, Team team, String status)
            throws InterruptedException {
        String owners = OWNERS.replaceFirst("\\{template}", TEMPLATE.formatted("stateful"))
                .replaceFirst("\\{template}", TEMPLATE.formatted("replica"));
        for (String app : List.of("stateful", "replica")) {
            ObjectRef pod = new ObjectRef("", "v1", "Pod", team.namespace, "of-" + app);
            team.apply("""
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: of-%1$s, namespace: '{ns}', labels: {app: %1$s}}
                    spec: {nodeSelector: {nobody: has-this}, containers: [{name: c, image: 'vat:1'}]}
                    """.formatted(app));
            report(kube, pod, status);
        }
        return team.apply(owners).refs();
    }

    private static void report(KubeCluster kube, ObjectRef pod, String status) {
        kube.client()
                .pods()
                .inNamespace(pod.namespace())
                .withName(pod.name())
                .subresource("status")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        Yaml.tree("{status: " + status + "}").toString());
    }
}
