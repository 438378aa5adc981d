package io.fluxj.helmrelease.fault;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.ChartPackage;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.helmrelease.HelmController;
import io.fluxj.helmrelease.node.HookPods;
import io.fluxj.helmrelease.options.HelmOptions;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.StaticTestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Many namespaces, in each of which there is a release {@code app} of the same chart, and whoever looks after all of them. */
final class ReleaseField implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String APP = "app";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final KubeCluster cluster;
    private final StaticTestServer charts;
    private final byte[] packed;
    private final HookPods hooks;

    private ReleaseField(KubeCluster cluster, StaticTestServer charts, byte[] packed) {
        this.cluster = cluster;
        this.charts = charts;
        this.packed = packed;
        this.hooks = HookPods.start(cluster.client());
    }

    static ReleaseField open(KubeCluster cluster, Path folder) throws IOException {
        return open(cluster, folder, Path.of("src/test/resources/charts/app"));
    }

    /** One whose releases are of another chart. */
    static ReleaseField open(KubeCluster cluster, Path folder, Path chart) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ChartPackage.write(new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(chart), packed);
        Files.write(folder.resolve("app.tgz"), packed.toByteArray());
        return new ReleaseField(cluster, StaticTestServer.start(folder), packed.toByteArray());
    }

    /** One that reaches the API as everybody does; to be closed by the caller. */
    RunningController controller() throws Exception {
        return controller(KubernetesClients.of(cluster.client().getConfiguration()));
    }

    /** One with these flags besides; to be closed by the caller. */
    RunningController controllerWith(String... flags) throws Exception {
        return controller(KubernetesClients.of(cluster.client().getConfiguration()), flags);
    }

    /** One that reaches the API so, with these flags besides; to be closed by the caller. */
    RunningController controller(KubernetesClient client, String... flags) throws Exception {
        HelmController definition = new HelmController();
        List<String> all = new ArrayList<>(List.of(
                "--interval-jitter-percentage=0",
                "--concurrent=16",
                "--metrics-addr=0",
                "--health-addr=0",
                "--min-retry-delay=100ms",
                "--max-retry-delay=1s",
                "--watch-label-selector=test=" + cluster.namespace()));
        all.addAll(List.of(flags));
        HelmOptions options = ControllerProgram.parse(definition, all.toArray(String[]::new));
        RunningController controller =
                ControllerProgram.start(definition, options, client, Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
        controller.working().join();
        return controller;
    }

    /** Another namespace, with nothing in it. */
    String emptyPlot() {
        return cluster.anotherNamespace();
    }

    /** Another namespace, with the chart. */
    String plot() throws IOException {
        String namespace = emptyPlot();
        apply("""
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: HelmChart
                metadata: {name: app, namespace: %s}
                spec: {interval: 1h, chart: app, sourceRef: {kind: HelmRepository, name: none}}
                """.formatted(namespace));
        offer(HelmChart.class, namespace, "app", "1.0.0");
        return namespace;
    }

    /** Lets a source offer the chart. */
    void offer(Class<? extends CustomResource<?, ?>> kind, String namespace, String name, String revision) {
        String status = """
                {"status": {"observedGeneration": 1, "artifact": {"digest": "%s", "lastUpdateTime": "2026-01-01T00:00:00Z", "path": "app.tgz",
                "revision": "%s", "size": %d, "url": "%s/app.tgz"}}}""".formatted(Digest.of(DigestAlgorithm.SHA256, packed), revision, packed.length, charts.url());
        var source = cluster.client().resources(kind).inNamespace(namespace).withName(name);
        await(name + " in " + namespace).atMost(PATIENCE).until(() -> source.get() != null);
        source.subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), status);
    }

    /** Creates or changes the release of a namespace; {@code spec} is YAML in flow style. */
    void release(String namespace, String spec) throws IOException {
        releaseOf(namespace, "chartRef: {kind: HelmChart, name: app}, " + spec);
    }

    /** As {@link #release}, with the chart in the spec. */
    void releaseOf(String namespace, String spec) throws IOException {
        apply("""
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: app, namespace: %s, labels: {test: %s}}
                spec: {interval: 1h, timeout: 30s, %s}
                """.formatted(namespace, cluster.namespace(), spec));
    }

    /** Applies an object, so that the controller looks after it. */
    void plant(JsonNode object) throws IOException {
        ((ObjectNode) object.path("metadata")).putObject("labels").put("test", cluster.namespace());
        apply(object.toString());
    }

    /** With the label that keeps the controllers of other tests away, also from the charts. */
    private void apply(String text) throws IOException {
        GenericKubernetesResource object =
                new ObjectMapper().treeToValue(YAML.readTree(text), GenericKubernetesResource.class);
        Map<String, String> labels =
                new TreeMap<>(Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of()));
        labels.put("test", cluster.namespace());
        object.getMetadata().setLabels(labels);
        cluster.client().resource(object).fieldManager("test").forceConflicts().serverSideApply();
    }

    void delete(String namespace) {
        cluster.client()
                .resources(HelmRelease.class)
                .inNamespace(namespace)
                .withName("app")
                .delete();
    }

    @Nullable
    HelmRelease get(String namespace) {
        return get(namespace, APP);
    }

    private @Nullable HelmRelease get(String namespace, String name) {
        return cluster.client()
                .resources(HelmRelease.class)
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    HelmReleaseStatus status(String namespace) {
        return status(namespace, APP);
    }

    HelmReleaseStatus status(String namespace, String name) {
        return Objects.requireNonNull(get(namespace, name)).getStatus();
    }

    /** Asks for a pass. */
    void request(String namespace, String token) {
        String patch =
                "{\"metadata\": {\"annotations\": {\"reconcile.fluxcd.io/requestedAt\": \"%s\"}}}".formatted(token);
        cluster.client()
                .resources(HelmRelease.class)
                .inNamespace(namespace)
                .withName("app")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    /** {@code status reason message}; empty when there is no such condition. */
    String condition(String namespace, String type) {
        return condition(namespace, APP, type);
    }

    String condition(String namespace, String name, String type) {
        HelmRelease object = get(namespace, name);
        return object == null || object.getStatus() == null
                ? ""
                : object.getStatus().conditions().stream()
                        .filter(condition -> condition.type().equals(type))
                        .map(condition ->
                                condition.status().text() + " " + condition.reason() + " " + condition.message())
                        .findFirst()
                        .orElse("");
    }

    void awaitSettled(String namespace) {
        awaitSettled(namespace, APP);
    }

    void awaitSettled(String namespace, String name) {
        await(name + " in " + namespace + " settled").atMost(PATIENCE).until(() -> isSettled(namespace, name));
    }

    /** Whether nothing will happen any more. */
    boolean isSettled(String namespace) {
        return isSettled(namespace, APP);
    }

    private boolean isSettled(String namespace, String name) {
        HelmRelease object = get(namespace, name);
        if (object == null) {
            return true;
        }
        HelmReleaseStatus status = object.getStatus();
        boolean observed = status != null
                && object.getMetadata().getGeneration().equals(status.lastAttemptedGeneration())
                && object.getMetadata().getDeletionTimestamp() == null;
        return observed && !isTrue(status, "Reconciling") && (isTrue(status, "Ready") || isTrue(status, "Stalled"));
    }

    private static boolean isTrue(HelmReleaseStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .map(Condition::status)
                .anyMatch(value -> value.text().equals("True"));
    }

    /** What a ConfigMap has under a key. */
    String data(String namespace, String name, String key) {
        return Objects.requireNonNull(cluster.client()
                .configMaps()
                .inNamespace(namespace)
                .withName(name)
                .get()
                .getData()
                .get(key));
    }

    KubernetesClient client() {
        return cluster.client();
    }

    @Override
    public void close() {
        hooks.close();
        charts.close();
    }
}
