package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A pass over objects that are as they should be. */
final class SteadyStateTest {

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}"}
            data: {k: v}
            """;

    @ClusterTest
    void writesItsStatusOnceAndNothingElse(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(CONFIG_MAP);
            String before = resourceVersion(cluster);
            List<Kustomization> updates = new CopyOnWriteArrayList<>();
            try (Watch _ = watch(cluster, fixture, updates)) {
                fixture.request("app", "t1");
                await("handled").atMost(KustomizeFixture.PATIENCE).until(() -> "t1"
                        .equals(fixture.get("app").getStatus().lastHandledReconcileAt()));
                await("seen").atMost(KustomizeFixture.PATIENCE).until(() -> updates.stream()
                        .anyMatch(update -> "t1".equals(update.getStatus().lastHandledReconcileAt())));
            }

            assertThat(updates).as("the request and the answer").hasSize(2);
            assertThat(resourceVersion(cluster)).isEqualTo(before);
        }
    }

    @ClusterTest
    void takesACommitElsewhereWithOneWrite(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(CONFIG_MAP);
            String before = resourceVersion(cluster);
            List<Kustomization> updates = new CopyOnWriteArrayList<>();
            try (Watch _ = watch(cluster, fixture, updates)) {
                String revision = fixture.publish(Map.of("app/a.yaml", CONFIG_MAP, "other/b.yaml", "x: y"));
                fixture.awaitApplied("app", revision);
                await("seen").atMost(KustomizeFixture.PATIENCE).until(() -> !updates.isEmpty());
            }

            assertThat(updates).hasSize(1);
            assertThat(resourceVersion(cluster)).isEqualTo(before);
        }
    }

    private static Watch watch(KubeCluster cluster, KustomizeFixture fixture, List<Kustomization> updates) {
        return cluster.client()
                .resources(Kustomization.class)
                .inNamespace(fixture.namespace())
                .withName("app")
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, Kustomization object) {
                        if (action == Action.MODIFIED) {
                            updates.add(object);
                        }
                    }

                    @Override
                    public void onClose(WatcherException cause) {}
                });
    }

    private static String resourceVersion(KubeCluster cluster) {
        return cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("a")
                .get()
                .getMetadata()
                .getResourceVersion();
    }
}
