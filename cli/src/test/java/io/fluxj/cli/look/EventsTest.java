package io.fluxj.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code fluxj events}: Events of Flux's objects, the oldest first; of one object with those of its source. */
final class EventsTest {
    private static final String APPS = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
            """;

    private static void given(KubeCluster cluster) {
        event(cluster, "a", "Kustomization", "apps", "Warning", 3, "build failed");
        event(cluster, "b", "GitRepository", "fleet", "Normal", 1, "stored artifact");
        event(cluster, "c", "Pod", "web", "Normal", 1, "pulled image");
        event(cluster, "d", "HelmRelease", "redis", "Normal", 1, "installed");
        new Fleet(cluster).has(APPS);
    }

    private static void event(
            KubeCluster cluster, String name, String kind, String about, String type, int count, String message) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: Event
                metadata: {name: %s}
                involvedObject: {kind: %s, name: %s, namespace: %s}
                type: %s
                reason: Because
                message: %s
                count: %d
                firstTimestamp: "%s"
                lastTimestamp: "%s"
                """.formatted(
                        name,
                        kind,
                        about,
                        cluster.namespace(),
                        type,
                        message,
                        count,
                        now.minus(4, ChronoUnit.HOURS),
                        now.minus(200 - name.charAt(0), ChronoUnit.HOURS)));
    }

    @ClusterTest
    void showsThoseOfFluxObjectsOnly(KubeCluster cluster) {
        given(cluster);

        CommandRun run = CommandRun.on(cluster, "events");

        assertThat(run.out().lines().map(line -> line.replaceAll(" +\t", "\t")))
                .containsExactly(
                        "LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE        ",
                        "4d7h (x3 over 4h)\tWarning\tBecause\tKustomization/apps\tbuild failed\t",
                        "4h\tNormal\tBecause\tGitRepository/fleet\tstored artifact\t",
                        "4h\tNormal\tBecause\tHelmRelease/redis\tinstalled\t");
    }

    @ClusterTest
    void showsThoseOfOneObjectAndItsSource(KubeCluster cluster) {
        given(cluster);

        assertThat(CommandRun.on(cluster, "events", "--for", "Kustomization/apps")
                        .out())
                .contains("Kustomization/apps")
                .contains("GitRepository/fleet")
                .doesNotContain("HelmRelease/redis");
        assertThat(CommandRun.on(cluster, "events", "--for", "ks", "--types", "normal"))
                .isEqualTo(
                        new CommandRun(0, "", "✗ No events found in %s namespace.\n".formatted(cluster.namespace())));
    }

    @ClusterTest
    void refusesTypesAndKindsThatThereAreNot(KubeCluster cluster) {
        assertThat(CommandRun.on(cluster, "events", "--types", "bad").err())
                .isEqualTo("✗ type 'bad' not supported. Supported types are Normal, Warning\n");
        assertThat(CommandRun.on(cluster, "events", "--for", "Pod/web").err())
                .isEqualTo("✗ 'Pod' is not a recognized Flux kind\n");
    }
}
