package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A prune that nobody can have meant waits until somebody says that it is meant. */
final class PruneGuardTest {

    private static final Pattern ANNOTATION =
            Pattern.compile("(kustomize\\.fluxj\\.io/acknowledge-prune)=([0-9a-f]{12}) ");

    @ClusterTest
    void anEmptyBuildDeletesNothingUntilItIsAcknowledged(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitAppliedAfterPublishing(manifest("a"));
            String emptied = fixture.publish(Map.of("app/README.md", "nothing"));

            String message =
                    fixture.awaitCondition("app", "Ready", "False", "PruneHeld").message();

            assertThat(message)
                    .startsWith("the build is empty, and 1 objects would be deleted: ConfigMap/" + fixture.namespace()
                            + "/a. Nothing was deleted. If this is meant: kubectl -n " + fixture.namespace()
                            + " annotate --overwrite kustomization/app ");
            assertThat(isThere(cluster, "a")).isTrue();
            assertThat(fixture.get("app").getStatus().inventory())
                    .as("still looked after")
                    .satisfies(inventory -> assertThat(
                                    Objects.requireNonNull(inventory).entries())
                            .hasSize(1));

            acknowledge(cluster, message);
            fixture.request("app", "meant");
            fixture.awaitApplied("app", emptied);
            assertThat(isThere(cluster, "a")).isFalse();
        }
    }

    @ClusterTest
    void moreThanTheShareIsHeldAndLessIsNot(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--max-prune-percent=50")) {
            fixture.awaitApplied("app", applied(fixture, "a", "b", "c", "d"));
            fixture.awaitApplied("app", published(fixture, "a", "b"));
            assertThat(isThere(cluster, "c")).isFalse();
            fixture.awaitApplied("app", published(fixture, "a", "b", "c"));

            published(fixture, "c");

            assertThat(fixture.awaitCondition("app", "Ready", "False", "PruneHeld")
                            .message())
                    .startsWith(
                            "67 % of what was applied is not built any more, more than the 50 % that may go at once,"
                                    + " and 2 objects would be deleted: ");
            assertThat(isThere(cluster, "a")).isTrue();
            fixture.awaitApplied("app", published(fixture, "b", "c"));
            assertThat(isThere(cluster, "a")).isFalse();
        }
    }

    @ClusterTest
    void theObjectsOwnShareWins(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.awaitApplied("app", applied(fixture, "a"));
            annotate(cluster, "kustomize.fluxj.io/max-prune-percent", "100");

            fixture.awaitApplied("app", fixture.publish(Map.of("app/README.md", "nothing")));

            assertThat(isThere(cluster, "a")).isFalse();
        }
    }

    private static String applied(KustomizeFixture fixture, String... names) throws Exception {
        String revision = published(fixture, names);
        fixture.kustomization("app", "path: app");
        return revision;
    }

    private static String published(KustomizeFixture fixture, String... names) throws Exception {
        Map<String, String> files = new TreeMap<>();
        Stream.of(names).forEach(name -> files.put("app/" + name + ".yaml", manifest(name)));
        return fixture.publish(files);
    }

    private static String manifest(String name) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + ", namespace: \"{ns}\"}}\n";
    }

    private static void acknowledge(KubeCluster cluster, String message) {
        Matcher matcher = ANNOTATION.matcher(message);
        assertThat(matcher.find()).isTrue();
        annotate(cluster, matcher.group(1), matcher.group(2));
    }

    private static void annotate(KubeCluster cluster, String key, String value) {
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\": {\"annotations\": {\"%s\": \"%s\"}}}".formatted(key, value));
    }

    private static boolean isThere(KubeCluster cluster, String name) {
        return cluster.client()
                        .configMaps()
                        .inNamespace(cluster.namespace())
                        .withName(name)
                        .get()
                != null;
    }
}
