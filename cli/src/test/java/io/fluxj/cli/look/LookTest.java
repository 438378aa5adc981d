package io.fluxj.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;

/** {@code fluxj tree}, {@code trace}, {@code stats} and {@code debug}: flux's drawings and blocks. */
final class LookTest {
    private static final String FLEET = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: flux-system}
            spec: {interval: 10m, path: ./clusters/a, prune: true, sourceRef: {kind: GitRepository, name: flux-system}}
            status:
              lastAppliedRevision: main@sha1:696f056df216eea4f9401adbee0ff744d4df390f
              inventory:
                entries:
                - {id: _NS__Namespace, v: v1}
                - {id: NS_helm-controller_apps_Deployment, v: v1}
                - {id: NS_infrastructure_kustomize.toolkit.fluxcd.io_Kustomization, v: v1}
                - {id: NS_flux-system_source.toolkit.fluxcd.io_GitRepository, v: v1}
              conditions:
              - type: Ready
                status: "True"
                reason: ReconciliationSucceeded
                message: 'Applied revision: main@sha1:696f056df216eea4f9401adbee0ff744d4df390f'
                lastTransitionTime: "2021-08-01T04:52:56Z"
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: infrastructure}
            spec: {interval: 10m, path: ./infrastructure, prune: true, suspend: true, sourceRef: {kind: GitRepository, name: flux-system}}
            status:
              inventory:
                entries:
                - {id: _cert-manager__Namespace, v: v1}
                - {id: cert-manager_cert-manager_source.toolkit.fluxcd.io_HelmRepository, v: v1}
                - {id: NS_flux-system_kustomize.toolkit.fluxcd.io_Kustomization, v: v1}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: flux-system}
            spec: {interval: 1m, url: "ssh://git@github.com/example/repo", ref: {branch: main}}
            status:
              artifact:
                digest: sha256:0000000000000000000000000000000000000000000000000000000000000001
                lastUpdateTime: "2026-01-01T00:00:00Z"
                path: x/y.tar.gz
                revision: main@sha1:696f056df216eea4f9401adbee0ff744d4df390f
                size: 1536
                url: http://source-controller/y.tar.gz
              conditions:
              - type: Ready
                status: "False"
                reason: GitOperationFailed
                message: 'failed to checkout'
                lastTransitionTime: "2021-07-20T00:48:16Z"
            """;

    private static void given(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET.replace("NS", cluster.namespace()));
    }

    @ClusterTest
    void drawsWhatAKustomizationBrought(KubeCluster cluster) {
        given(cluster);

        assertThat(CommandRun.on(cluster, "tree", "kustomization", "flux-system"))
                .isEqualTo(new CommandRun(0, """
                        Kustomization/%1$s/flux-system
                        ├── Namespace/%1$s
                        ├── Deployment/%1$s/helm-controller
                        ├── Kustomization/%1$s/infrastructure
                        │   ├── Namespace/cert-manager
                        │   └── HelmRepository/cert-manager/cert-manager
                        └── GitRepository/%1$s/flux-system

                        """.formatted(cluster.namespace()), ""));
        assertThat(CommandRun.on(cluster, "tree", "ks", "flux-system", "--compact")
                        .out())
                .isEqualTo("""
                        Kustomization/%1$s/flux-system
                        ├── Kustomization/%1$s/infrastructure
                        │   └── HelmRepository/cert-manager/cert-manager
                        └── GitRepository/%1$s/flux-system

                        """.formatted(cluster.namespace()));
    }

    @ClusterTest
    void printsTheTreeAsData(KubeCluster cluster) {
        given(cluster);

        assertThat(CommandRun.on(cluster, "tree", "ks", "infrastructure", "--compact", "-o", "json")
                        .out())
                .startsWith("""
                        {
                          "resource": {
                            "GroupKind": {
                              "Group": "kustomize.toolkit.fluxcd.io",
                              "Kind": "Kustomization"
                            },
                            "Name": "infrastructure",
                            "Namespace": "%1$s"
                          },
                          "resources": [
                            {
                        """.formatted(cluster.namespace()));
        assertThat(CommandRun.on(cluster, "tree", "ks", "infrastructure", "-o", "xml")
                        .err())
                .isEqualTo("✗ unsupported output 'xml', must be one of: json, yaml\n");
    }

    @ClusterTest
    void tracesAnObjectToItsSource(KubeCluster cluster) {
        given(cluster);
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  labels:
                    kustomize.toolkit.fluxcd.io/name: flux-system
                    kustomize.toolkit.fluxcd.io/namespace: %s
                """.formatted(cluster.namespace()));

        CommandRun run = CommandRun.on(cluster, "trace", "cm/settings");

        assertThat(run).isEqualTo(new CommandRun(0, """

                Object:          ConfigMap/settings
                Namespace:       %1$s
                Status:          Managed by Flux
                ---
                Kustomization:   flux-system
                Namespace:       %1$s
                Path:            ./clusters/a
                Revision:        main@sha1:696f056df216eea4f9401adbee0ff744d4df390f
                Status:          Last reconciled at 2021-08-01 04:52:56 +0000 UTC
                Message:         Applied revision: main@sha1:696f056df216eea4f9401adbee0ff744d4df390f
                ---
                GitRepository:   flux-system
                Namespace:       %1$s
                URL:             ssh://git@github.com/example/repo
                Branch:          main
                Revision:        main@sha1:696f056df216eea4f9401adbee0ff744d4df390f
                Status:          Last reconciliation failed at 2021-07-20 00:48:16 +0000 UTC
                Message:         failed to checkout
                """.formatted(cluster.namespace()), ""));
    }

    @ClusterTest
    void tellsOfObjectsThatFluxDidNotBring(KubeCluster cluster) {
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: mine}
                """);

        assertThat(CommandRun.on(cluster, "trace", "configmap", "mine"))
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "✗ failed to trace ConfigMap/mine in namespace %s: object not managed by Flux\n"
                                .formatted(cluster.namespace())));
        assertThat(CommandRun.on(cluster, "trace", "confgmaps", "mine").err())
                .isEqualTo("✗ the server doesn't have a resource type \"confgmaps\"; did you mean \"configmaps\"?\n");
        assertThat(CommandRun.on(cluster, "trace", "mine").err())
                .isEqualTo("✗ either `<resource>/<name>` or `<resource> <name>` is required as an argument\n");
    }

    @ClusterTest
    void countsObjectsAndTheirStorage(KubeCluster cluster) {
        given(cluster);

        assertThat(CommandRun.on(cluster, "stats").out())
                .contains("RECONCILERS          \tRUNNING\tFAILING\tSUSPENDED\tSTORAGE\n")
                .contains("GitRepository        \t1      \t1      \t0        \t1.5 KiB\t\n")
                .contains("Kustomization        \t1      \t0      \t1        \t-      \t\n")
                .hasLineCount(14);
    }

    @ClusterTest
    void printsVariablesOfConfigMapsAndSecrets(KubeCluster cluster) {
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: vars}
                data: {region: eu, zone: a}
                """);
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: Secret
                metadata: {name: vars}
                data: {password: czNjcjN0}
                """);
        new Fleet(cluster).has("""
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: apps}
                spec:
                  interval: 1m
                  prune: true
                  sourceRef: {kind: GitRepository, name: fleet}
                  postBuild:
                    substitute: {zone: b}
                    substituteFrom:
                    - {kind: ConfigMap, name: vars}
                    - {kind: Secret, name: vars}
                """);

        assertThat(CommandRun.on(cluster, "debug", "kustomization", "apps", "--show-vars"))
                .isEqualTo(new CommandRun(0, "password=s3cr3t\nregion=eu\nzone=b\n", ""));
        assertThat(CommandRun.on(cluster, "debug", "ks", "apps").err())
                .isEqualTo("✗ either --show-status, --show-vars or --show-history must be set\n");
    }

    @ClusterTest
    void printsTheValuesThatAChartGets(KubeCluster cluster) {
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: defaults}
                data:
                  values.yaml: |
                    replicas: 1
                    image: {tag: a, pullPolicy: Always}
                  tag: b
                """);
        new Fleet(cluster).has("""
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: web}
                spec:
                  interval: 1m
                  chartRef: {kind: OCIRepository, name: web}
                  valuesFrom:
                  - {kind: ConfigMap, name: defaults}
                  - {kind: ConfigMap, name: defaults, valuesKey: tag, targetPath: image.tag}
                  values: {replicas: 3}
                """);

        assertThat(CommandRun.on(cluster, "debug", "hr", "web", "--show-values"))
                .isEqualTo(new CommandRun(0, """
                image:
                  pullPolicy: Always
                  tag: b
                replicas: 3
                """, ""));
    }
}
