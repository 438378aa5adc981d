package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.apply.CancelSignal;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.health.HealthRules;
import io.fluxj.helm.Notices;
import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helm.action.Switch;
import io.fluxj.helm.action.Wanted;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.values.ValuesYaml;
import io.fluxj.helmrelease.node.HookPods;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The release {@code shop} in a test's namespace, and whoever looks after it. */
final class Shop implements AutoCloseable {
    static final ActionOptions OPTIONS = ActionOptions.of(Duration.ofSeconds(30));

    final KubernetesClient client;
    final Cluster cluster;
    final String namespace;
    final CancelSignal cancel = new CancelSignal();
    final List<Release> stored = new CopyOnWriteArrayList<>();
    private final HookPods hooks;

    Shop(KubeCluster kube) {
        this.client = new KubernetesClientBuilder()
                .withConfig(kube.client().getConfiguration())
                .build();
        this.cluster = Cluster.of(client);
        this.namespace = kube.namespace();
        this.hooks = HookPods.start(kube.client());
    }

    HelmActions actions() {
        return actions(0);
    }

    HelmActions actions(int maxHistory) {
        ReleaseTarget target = new ReleaseTarget(
                cluster,
                namespace,
                namespace,
                maxHistory,
                HealthRules.standard(),
                Waits.until(cancel),
                "helm-controller");
        return HelmActions.of(target, Notices.NONE, stored::add);
    }

    static Chart chart() {
        return new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(Path.of("src/test/resources/charts/app"));
    }

    Wanted wanted(String values) {
        return Wanted.of("shop", namespace, chart(), ValuesYaml.read(values));
    }

    Release install(String values) {
        return actions().install().run(wanted(values), OPTIONS);
    }

    Release upgrade(String values) {
        return actions().upgrade().run(wanted(values), OPTIONS);
    }

    Release upgrade(String values, Switch... switches) {
        return actions().upgrade().run(wanted(values), OPTIONS.with(switches));
    }

    ObjectRef ref(String kind, String name) {
        String version = kind.equals("Deployment") ? "apps/v1" : "v1";
        return ObjectRef.of(version, kind, namespace, name);
    }

    Optional<ObjectNode> live(String kind, String name) {
        return cluster.get(ref(kind, name));
    }

    String data(String name, String key) {
        return live("ConfigMap", name).orElseThrow().path("data").path(key).asText("");
    }

    JsonNode record(int revision) {
        return live("Secret", "sh.helm.release.v1.shop.v" + revision).orElseThrow();
    }

    /** Revisions in storage, each as {@code 1 deployed Install complete}. */
    List<String> history() {
        return actions().history().revisions("shop").stream()
                .map(release -> release.key().revision() + " "
                        + release.status().text() + " " + release.info().description())
                .toList();
    }

    /** Who wrote an object, each as {@code helm-controller Apply}. */
    static List<String> managers(JsonNode object) {
        return StreamSupport.stream(
                        object.path("metadata").path("managedFields").spliterator(), false)
                .map(entry -> entry.path("manager").asText() + " "
                        + entry.path("operation").asText())
                .toList();
    }

    static ActionException failure(Supplier<?> action) {
        try {
            var _ = action.get();
        } catch (ActionException e) {
            return e;
        }
        throw new AssertionError("nothing failed");
    }

    @Override
    public void close() {
        hooks.close();
        client.close();
    }
}
