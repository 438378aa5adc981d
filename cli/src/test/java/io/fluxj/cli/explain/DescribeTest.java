package io.fluxj.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;

/** {@code fluxj describe}: one page about an object of any kind. */
final class DescribeTest {
    private static final String MY_APP = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: my-app}
            spec:
              interval: 10m
              retryInterval: 1m
              path: ./apps
              prune: true
              sourceRef: {kind: GitRepository, name: fleet}
              dependsOn: [{name: infra}]
            status:
              lastAppliedRevision: main@sha1:627d5c4b
              lastAttemptedRevision: main@sha1:627d5c4b
              inventory:
                entries:
                - {id: NS_settings__ConfigMap, v: v1}
                - {id: NS_gone__ConfigMap, v: v1}
              history:
              - digest: sha256:0000000000000000000000000000000000000000000000000000000000000001
                firstReconciled: "2020-01-01T00:00:00Z"
                lastReconciled: "2020-01-01T00:00:00Z"
                lastReconciledDuration: 1s
                lastReconciledStatus: ReconciliationSucceeded
                totalReconciliations: 7
                metadata: {revision: main@sha1:627d5c4b}
              conditions:
              - {type: Ready, status: "True", reason: ReconciliationSucceeded, message: "Applied revision", lastTransitionTime: "2020-01-01T00:00:00Z"}
            """;
    private static final String REDIS = """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: redis}
            spec:
              interval: 10m
              chart: {spec: {chart: redis, version: 19.x, sourceRef: {kind: HelmRepository, name: charts}}}
              valuesFrom: [{kind: ConfigMap, name: defaults}]
            status:
              installFailures: 2
              storageNamespace: NS
              history:
              - chartName: redis
                chartVersion: 19.0.1
                digest: sha256:0000000000000000000000000000000000000000000000000000000000000001
                configDigest: sha256:0000000000000000000000000000000000000000000000000000000000000002
                firstDeployed: "2020-01-01T00:00:00Z"
                lastDeployed: "2020-01-01T00:00:00Z"
                name: redis
                namespace: production
                status: failed
                version: 3
              conditions:
              - {type: Ready, status: "False", reason: InstallFailed, message: "timeout", lastTransitionTime: "2020-01-01T00:00:00Z"}
            """;
    private static final List<String> OTHERS = List.of("""
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: OCIRepository
            spec: {interval: 1m, url: "oci://example.com/x", ref: {tag: a}}
            """, """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: Bucket
            spec: {interval: 1m, bucketName: b, endpoint: s3.example.com}
            """, """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            spec: {interval: 1m, url: "https://example.com/x"}
            """, """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: HelmRepository
            spec: {interval: 1m, url: "https://example.com/charts"}
            """, """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: HelmChart
            spec: {interval: 1m, chart: x, sourceRef: {kind: HelmRepository, name: absent}}
            """, """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: ExternalArtifact
            spec: {}
            """, """
            apiVersion: notification.toolkit.fluxcd.io/v1
            kind: Receiver
            spec: {type: generic, secretRef: {name: x}, resources: [{kind: GitRepository, name: x}]}
            """, """
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Provider
            spec: {type: slack, channel: general}
            """, """
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Alert
            spec: {providerRef: {name: x}, eventSources: [{kind: GitRepository, name: x}]}
            """, """
            apiVersion: image.toolkit.fluxcd.io/v1
            kind: ImageRepository
            spec: {interval: 1m, image: example.com/x}
            """, """
            apiVersion: image.toolkit.fluxcd.io/v1
            kind: ImagePolicy
            spec: {imageRepositoryRef: {name: x}, policy: {semver: {range: 1.x}}}
            """, """
            apiVersion: image.toolkit.fluxcd.io/v1
            kind: ImageUpdateAutomation
            spec: {interval: 1m, sourceRef: {kind: GitRepository, name: x}}
            """, """
            apiVersion: source.extensions.fluxcd.io/v1beta1
            kind: ArtifactGenerator
            spec:
              sources: [{alias: a, kind: GitRepository, name: x}]
              artifacts: [{name: y, copy: [{from: "@a/**", to: "@artifact/"}]}]
            """);

    @ClusterTest
    void showsAKustomizationOnOnePage(KubeCluster cluster) {
        new Fleet(cluster).has(MY_APP.replace("NS", cluster.namespace()));
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                """);

        CommandRun run = CommandRun.on(cluster, "describe", "kustomization", "my-app");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll(" *\t", "\t").replaceAll("\\d+y\\d*d?", "AGE"))
                .isEqualTo("""
                ✔ Kustomization/%1$s/my-app is ready: Applied revision

                Summary:
                Source:	GitRepository/%1$s/fleet\t
                Path:	./apps\t
                Prunes:	yes\t
                Applied:	main@sha1:627d5c4b\t
                Attempted:	main@sha1:627d5c4b\t
                Looked at:	every 10m, after a failure every 1m\t
                Suspended:	no\t

                Conditions:
                TYPE	STATUS	REASON	SINCE	MESSAGE        \s
                Ready	True	ReconciliationSucceeded	AGE	Applied revision\t

                Needs:
                ✗ GitRepository/%1$s/fleet does not exist\t
                ✗ Kustomization/%1$s/infra does not exist\t

                Objects: 1 Current, 1 NotFound
                ✗ ConfigMap/%1$s/gone is NotFound: it is not in the cluster

                History:
                REVISION	STATUS	LAST	TIMES
                main@sha1:627d5c4b	ReconciliationSucceeded	AGE ago	7\t
                """.formatted(cluster.namespace()));
    }

    @ClusterTest
    void showsAReleaseWithChartHistoryFailuresAndValues(KubeCluster cluster) {
        new Fleet(cluster).has(REDIS.replace("NS", cluster.namespace()));

        CommandRun run = CommandRun.on(cluster, "describe", "helmrelease", "redis");

        assertThat(run.out().replaceAll(" *\t", "\t"))
                .startsWith(
                        "✗ HelmRelease/%s/redis is not ready: InstallFailed: timeout\n".formatted(cluster.namespace()))
                .contains("Chart:\tredis 19.x\t\n")
                .contains("Release:\tproduction/redis\t\n")
                .contains("Values from:\tConfigMap/defaults\t\n")
                .contains("Install failures:\t2\t\n")
                .contains("v3\tredis@19.0.1\tfailed\t");
    }

    @ClusterTest
    void hasAPageForEveryKind(KubeCluster cluster) {
        for (String yaml : OTHERS) {
            String kind = yaml.lines().skip(1).findFirst().orElseThrow().replace("kind: ", "");
            new Fleet(cluster).has(yaml.replace("spec:", "metadata: {name: x}\nspec:"));

            CommandRun page = CommandRun.on(cluster, "describe", kind, "x");
            CommandRun why = CommandRun.on(cluster, "why", kind, "x");

            assertThat(page.err() + why.err()).as(kind).isEmpty();
            assertThat(page.out())
                    .as(kind)
                    .contains(kind + "/" + cluster.namespace() + "/x is ")
                    .contains("Summary:");
            assertThat(why.out()).as(kind).contains(kind + "/" + cluster.namespace() + "/x is ");
        }
    }
}
