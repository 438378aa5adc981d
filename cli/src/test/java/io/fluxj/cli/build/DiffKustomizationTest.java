package io.fluxj.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff kustomization} against a cluster. */
class DiffKustomizationTest {
    @TempDir
    Path folder;

    @ClusterTest
    void whatWouldChangeIsShownAndNothingIsDone(KubeCluster cluster) throws Exception {
        Path apps = Files.createDirectories(folder.resolve(cluster.namespace()));
        String namespace = cluster.namespace();
        Fleet fleet = new Fleet(cluster);
        fleet.has("""
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: apps}
                spec: {interval: 1m, path: ./, prune: true, sourceRef: {kind: GitRepository, name: fleet}, postBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}}
                status:
                  inventory:
                    entries:
                    - {id: %s_old__ConfigMap, v: v1}
                    - {id: %s_changed__ConfigMap, v: v1}
                """.formatted(namespace, namespace));
        fleet.hasBuiltIn("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: vars}
                data: {REGION: north}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: changed}
                data: {region: south}
                """);
        write(apps, "changed.yaml", "changed", namespace, "${REGION}");
        CommandRun differs = CommandRun.on(cluster, "diff", "kustomization", "apps", "--path=" + apps);
        assertThat(differs.err()).isEmpty();
        assertThat(differs.out())
                .contains("► ConfigMap/" + namespace + "/changed drifted\n")
                .contains("data.region\n  ± value change\n    - \"south\"\n    + \"north\"\n")
                .endsWith("► ConfigMap/" + namespace + "/old deleted\n");
        assertThat(differs.code()).isEqualTo(1);
        assertThat(cluster.client()
                        .configMaps()
                        .inNamespace(namespace)
                        .withName("changed")
                        .get()
                        .getData())
                .containsEntry("region", "south");

        write(apps, "new.yaml", "new", namespace, "x");
        assertThat(CommandRun.on(cluster, "diff", "ks", "apps", "--path=" + apps)
                        .out())
                .contains("► ConfigMap/" + namespace + "/new created\n");
        assertThat(CommandRun.on(cluster, "diff", "ks", "none", "--path=" + apps)
                        .code())
                .isEqualTo(2);
        assertThat(CommandRun.on(cluster, "diff", "ks", "none", "--path=" + apps, "--ignore-not-found")
                        .code())
                .isZero();
    }

    private static void write(Path folder, String file, String name, String namespace, String region) throws Exception {
        Files.writeString(folder.resolve(file), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, namespace: %s}
                data:
                  region: %s
                """.formatted(name, namespace, region));
    }
}
