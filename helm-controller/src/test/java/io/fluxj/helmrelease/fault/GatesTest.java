package io.fluxj.helmrelease.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** What each of the gates changes. Source: flags-endpoints §7. */
class GatesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String REVISION = "1.0.0@sha256:0123456789abcdef";

    @TempDir
    Path folder = Path.of("");

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void additiveCelDependencyCheckAsksForReadinessToo(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = controllerWith(field, "AdditiveCELDependencyCheck")) {
            String namespace = field.plot();
            plant(
                    field,
                    "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: base, namespace: %s},"
                            + " spec: {interval: 1h, suspend: true, chartRef: {kind: HelmChart, name: app}}}",
                    namespace);
            field.release(namespace, "dependsOn: [{name: base, readyExpr: 'true'}]");

            awaitCondition(
                    field,
                    namespace,
                    "Ready",
                    "False DependencyNotReady dependency '%s/base' is not ready".formatted(namespace));
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void useHelm3DefaultsAppliesOnTheClientsSideAndLeavesHooksAsTheyAre(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = controllerWith(field, "UseHelm3Defaults")) {
            String namespace = field.plot();
            field.release(namespace, "commonMetadata: {labels: {team: a}}, values: {hooks: {pre-install: Succeeded}}");
            field.awaitSettled(namespace);

            ObjectMeta released = field.client()
                    .configMaps()
                    .inNamespace(namespace)
                    .withName("app-cm")
                    .get()
                    .getMetadata();
            assertThat(released.getLabels()).containsEntry("team", "a");
            assertThat(released.getManagedFields())
                    .extracting(ManagedFieldsEntry::getOperation)
                    .containsOnly("Update");
            assertThat(field.client()
                            .pods()
                            .inNamespace(namespace)
                            .withName("app-pre-install")
                            .get()
                            .getMetadata()
                            .getLabels())
                    .doesNotContainKey("team");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void disableChartDigestTrackingLeavesTheChartsVersionAsItIs(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = controllerWith(field, "DisableChartDigestTracking")) {
            String namespace = field.plot();
            offer(field, namespace, OCIRepository.class, "url: 'oci://example.com/app', interval: 1h");
            awaitRelease(field, namespace, "chartRef: {kind: OCIRepository, name: source}", "app@1.0.0");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void externalArtifactLetsChartsComeFromThem(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = controllerWith(field, "ExternalArtifact")) {
            String namespace = field.plot();
            offer(field, namespace, ExternalArtifact.class, "sourceRef: {apiVersion: v1, kind: ConfigMap, name: none}");
            awaitRelease(
                    field, namespace, "chartRef: {kind: ExternalArtifact, name: source}", "app@1.0.0+0123456789ab");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void defaultToRetryOnFailureTriesAgainWithoutCleaningUp(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = controllerWith(field, "DefaultToRetryOnFailure")) {
            String namespace = field.plot();
            field.release(namespace, "install: {remediation: {remediateLastFailure: true}}, values: {bad: true}");

            awaitCondition(field, namespace, "Reconciling", "True ProgressingWithRetry retrying after 5m0s");
            assertThat(records(field, namespace)).containsExactly("v1 failed");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void cancelHealthCheckOnNewRevisionEndsAWaitWhenAPassIsAskedFor(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = controllerWith(field, "CancelHealthCheckOnNewRevision")) {
            String namespace = field.plot();
            field.release(namespace, "install: {timeout: 1h}, values: {deploy: true, neverReady: true}");
            await("an install that waits")
                    .atMost(ReleaseField.PATIENCE)
                    .until(() -> field.client()
                                    .apps()
                                    .deployments()
                                    .inNamespace(namespace)
                                    .withName("app")
                                    .get()
                            != null);

            field.request(namespace, "now");

            await("its end").atMost(ReleaseField.PATIENCE).untilAsserted(() -> assertThat(records(field, namespace))
                    .contains("v1 failed"));
            assertThat(field.status(namespace).installFailures()).isNull();
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void disableConfigWatchersWatchesNeitherSecretsNorConfigMaps(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder)) {
            assertThat(configWatches(field, cluster, "false")).isNotEmpty();
            assertThat(configWatches(field, cluster, "true")).isEmpty();
        }
    }

    private static List<String> configWatches(ReleaseField field, KubeCluster cluster, String disabled)
            throws Exception {
        try (FaultyApi api = FaultyApi.start();
                KubernetesClient client = api.client(cluster);
                RunningController _ = field.controller(client, "--feature-gates=DisableConfigWatchers=" + disabled)) {
            return api.everywhere().stream()
                    .filter(path -> path.endsWith("/api/v1/secrets") || path.endsWith("/api/v1/configmaps"))
                    .toList();
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void objectLevelWorkloadIdentityLetsAFlagNameAnAccount(KubeCluster cluster) throws Exception {
        String account = "--default-kubeconfig-service-account=robot";
        try (ReleaseField field = ReleaseField.open(cluster, folder)) {
            assertThatThrownBy(() -> field.controllerWith(account).close())
                    .hasMessageContaining(account.substring(0, account.indexOf('=')))
                    .hasMessageContaining("ObjectLevelWorkloadIdentity=true");
            field.controllerWith(account, "--feature-gates=ObjectLevelWorkloadIdentity=true")
                    .close();
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void allowDnsLookupsTellsTemplatesTheAddressesOfHosts(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder)) {
            assertThat(addressOfLocalhost(field, "false")).isEmpty();
            assertThat(addressOfLocalhost(field, "true")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        }
    }

    private static String addressOfLocalhost(ReleaseField field, String allowed) throws Exception {
        try (RunningController _ = field.controllerWith("--feature-gates=AllowDNSLookups=" + allowed)) {
            String namespace = field.plot();
            field.release(namespace, "values: {host: localhost}");
            field.awaitSettled(namespace);
            return field.data(namespace, "app-cm", "address");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void oomWatchStopsTheControllerBeforeItsMemoryIsUsedUp(KubeCluster cluster) throws Exception {
        Path limit = Files.writeString(folder.resolve("limit"), "1000\n");
        Path use = Files.writeString(folder.resolve("use"), "899\n");
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController controller = field.controllerWith(
                        "--feature-gates=OOMWatch=true",
                        "--oom-watch-memory-threshold=90",
                        "--oom-watch-interval=10ms",
                        "--oom-watch-max-memory-path=" + limit,
                        "--oom-watch-current-memory-path=" + use)) {
            String namespace = field.plot();
            field.release(namespace, "values: {}");
            field.awaitSettled(namespace);
            assertThat(controller.stopped()).isNotDone();

            Files.writeString(use, "900\n");
            controller.stopped().get(ReleaseField.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static RunningController controllerWith(ReleaseField field, String gate) throws Exception {
        return field.controllerWith("--feature-gates=" + gate + "=true");
    }

    private static void offer(
            ReleaseField field, String namespace, Class<? extends CustomResource<?, ?>> kind, String spec)
            throws IOException {
        plant(
                field,
                "{apiVersion: source.toolkit.fluxcd.io/v1, kind: " + kind.getSimpleName()
                        + ", metadata: {name: source, namespace: %s}, spec: {" + spec + "}}",
                namespace);
        field.offer(kind, namespace, "source", REVISION);
    }

    private static void plant(ReleaseField field, String object, String namespace) throws IOException {
        JsonNode tree = YAML.readTree(object.formatted(namespace));
        field.plant(tree);
    }

    private static void awaitRelease(ReleaseField field, String namespace, String spec, String chart)
            throws IOException {
        field.releaseOf(namespace, spec);
        awaitCondition(
                field,
                namespace,
                "Ready",
                "True InstallSucceeded Helm install succeeded for release %s/app.v1 with chart %s"
                        .formatted(namespace, chart));
    }

    private static void awaitCondition(ReleaseField field, String namespace, String type, String wanted) {
        await(type + " of " + namespace).atMost(ReleaseField.PATIENCE).untilAsserted(() -> assertThat(
                        field.condition(namespace, type))
                .isEqualTo(wanted));
    }

    private static List<String> records(ReleaseField field, String namespace) {
        return EndState.of(field.client(), namespace, field.get(namespace)).records();
    }
}
