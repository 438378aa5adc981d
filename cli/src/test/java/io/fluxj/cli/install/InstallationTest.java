package io.fluxj.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fluxj.cli.CommandRun;
import io.fluxj.cli.OwnCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code install}, {@code check}, {@code version} and {@code uninstall}, one after another on one cluster. */
class InstallationTest {
    private static final List<String> USUAL =
            List.of("helm-controller", "kustomize-controller", "notification-controller", "source-controller");

    @TempDir
    Path folder;

    @Test
    void aClusterIsCheckedInstalledUpgradedAndFreedAgain() throws Exception {
        try (OwnCluster cluster = OwnCluster.start(folder)) {
            CommandRun before = cluster.run("check", "--pre");
            assertThat(before.err()).startsWith("► checking prerequisites\n✔ Kubernetes 1.");
            assertThat(before.err()).contains(">=1.33.0-0\n").endsWith("✔ prerequisites checks passed\n");
            assertThat(before.code()).isZero();

            CommandRun nothing = cluster.run("check");
            assertThat(nothing.code()).isEqualTo(1);
            assertThat(nothing.err()).contains("✗ Flux is not installed").endsWith("✗ check failed\n");

            CommandRun installed = cluster.run("install");
            assertThat(installed.err()).startsWith("""
                            ✚ generating manifests
                            ✔ manifests build completed
                            ► installing components in flux-system namespace
                            ◎ verifying installation
                            """).endsWith("✔ install finished\n");
            USUAL.forEach(name -> assertThat(installed.err()).contains("✔ " + name + ": deployment ready\n"));
            assertThat(installed.out()).contains("Namespace/flux-system created\n");
            assertThat(installed.code()).isZero();
            assertThat(deployments(cluster)).isEqualTo(USUAL);

            CommandRun again = cluster.run("install");
            assertThat(again.out()).isEmpty();
            assertThat(again.code()).isZero();

            CommandRun more =
                    cluster.run("install", "--components-extra=image-reflector-controller,image-automation-controller");
            assertThat(more.out()).contains("Deployment/flux-system/image-automation-controller created");
            assertThat(more.code()).isZero();

            CommandRun checked = cluster.run("check");
            assertThat(checked.err())
                    .contains("► checking version in cluster\n✔ distribution: flux-v", "✔ bootstrapped: false\n")
                    .contains("✔ image-reflector-controller: deployment ready\n► ")
                    .contains("► checking crds\n✔ alerts.notification.toolkit.fluxcd.io/v1beta3\n")
                    .endsWith("✔ all checks passed\n");
            assertThat(checked.code()).isZero();

            CommandRun version = cluster.run("version");
            assertThat(version.out())
                    .startsWith("flux: v")
                    .contains("\ndistribution: flux-v", "\nsource-controller: v");
            CommandRun json = cluster.run("version", "--output=json");
            assertThat(json.out()).startsWith("{\n  \"distribution\": \"flux-v").contains("\"source-controller\": \"v");

            freed(cluster);
        }
    }

    private static void freed(OwnCluster cluster) {
        cluster.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("workload")
                        .withNamespace("default")
                        .endMetadata()
                        .build())
                .create();
        cluster.client().resource("""
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: apps, namespace: default, finalizers: [finalizers.fluxcd.io]}
                spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: apps}}
                """).create();
        CommandRun refused = cluster.run(Map.of(), "n\n", "uninstall");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(deployments(cluster)).hasSize(6);

        CommandRun dry = cluster.run("uninstall", "--dry-run");
        assertThat(dry.err()).contains("✔ Deployment/flux-system/source-controller deleted (dry run)\n");
        assertThat(deployments(cluster)).hasSize(6);

        CommandRun freed = cluster.run("uninstall", "--silent");
        assertThat(freed.err())
                .contains("► deleting components in flux-system namespace\n")
                .contains("✔ Kustomization/default/apps finalizers deleted\n")
                .contains("✔ CustomResourceDefinition/kustomizations.kustomize.toolkit.fluxcd.io deleted\n")
                .endsWith("✔ Namespace/flux-system deleted\n✔ uninstall finished\n");
        assertThat(freed.code()).isZero();
        assertThat(deployments(cluster)).isEmpty();
        assertThat(cluster.client()
                        .configMaps()
                        .inNamespace("default")
                        .withName("workload")
                        .get())
                .isNotNull();
        assertThat(cluster.run("check").code()).isEqualTo(1);
    }

    private static List<String> deployments(OwnCluster cluster) {
        return cluster.client().apps().deployments().inNamespace("flux-system").list().getItems().stream()
                .map(Deployment::getMetadata)
                .map(metadata -> metadata.getName())
                .sorted()
                .toList();
    }

    @Test
    void anInstallationThatGitKeepsIsNotTouched() throws Exception {
        try (OwnCluster cluster = OwnCluster.start(folder)) {
            assertThat(cluster.run("install", "--components=source-controller").code())
                    .isZero();
            var definition = cluster.client()
                    .apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName("gitrepositories.source.toolkit.fluxcd.io");
            var _ = definition.edit(found -> {
                found.getMetadata().getLabels().put("kustomize.toolkit.fluxcd.io/name", "flux-system");
                found.getMetadata().getLabels().put("kustomize.toolkit.fluxcd.io/namespace", "flux-system");
                return found;
            });
            CommandRun refused = cluster.run("install");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("✗ this cluster has already been bootstrapped with Flux v")
                    .contains("use 'fluxj bootstrap' to upgrade, or --force");
            assertThat(cluster.run("install", "--force", "--components=source-controller")
                            .code())
                    .isZero();
        }
    }

    @Test
    void whatIsExportedNeedsNoCluster() {
        CommandRun exported = CommandRun.run(
                Map.of(),
                "",
                "install",
                "--export",
                "--namespace=tools",
                "--components=source-controller",
                "--network-policy=false");
        assertThat(exported.code()).isZero();
        assertThat(exported.err()).isEmpty();
        assertThat(exported.out())
                .startsWith("---\n# This manifest was generated by flux. DO NOT EDIT.\n# Flux Version: v")
                .contains("\n# Components: source-controller\n", "kind: Namespace", "namespace: tools")
                .doesNotContain("kind: NetworkPolicy", "helm-controller/", "namespace: flux-system");
    }

    @Test
    void mistypedFlagsAreOneClearLine() {
        CommandRun unknown = CommandRun.run(Map.of(), "", "install", "--export", "--components=source-controler");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .isEqualTo("✗ component 'source-controler' is not available; did you mean \"source-controller\"?\n");
        CommandRun level = CommandRun.run(Map.of(), "", "install", "--export", "--log-level=loud");
        assertThat(level.err()).isEqualTo("✗ --log-level must be one of trace, debug, info, error, not loud\n");
    }

    @Test
    void theVersionOfTheProgramNeedsNoCluster() {
        CommandRun line = CommandRun.run(Map.of(), "", "--version");
        assertThat(line.out()).startsWith("fluxj version ").hasLineCount(1);
        CommandRun client = CommandRun.run(Map.of(), "", "version", "--client");
        assertThat(client.out()).startsWith("flux: v").hasLineCount(1);
        assertThat(client.code()).isZero();
    }
}
