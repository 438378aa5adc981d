package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.sandbox.ObjectRow.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A cluster that follows something else is left alone, unless its user says otherwise. */
@SuppressWarnings("NullAway.Init")
final class OccupancyTest {

    private static final String OTHERS_SOURCE = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: NAME, namespace: flux-system}
            spec: {interval: 1h, url: "https://me:secret@example.com/acme/fleet"}
            """;

    private static final String OTHERS_CHARTS = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: HelmRepository
            metadata: {name: charts, namespace: flux-system}
            spec: {type: oci, url: "oci://registry.example.com/charts"}
            """;

    @TempDir
    Path home;

    private EmbeddedKube kube;
    private SandboxOptions options;
    private SandboxCluster cluster;
    private KubernetesClient client;

    @BeforeEach
    void startCluster() throws Exception {
        kube = EmbeddedKube.builder().readyWorkloads(true).start();
        options = new SandboxOptions();
        options.directory = home;
        options.kubeconfig = Files.writeString(home.resolve("others"), kube.kubeconfig());
        cluster = SandboxCluster.open(options);
        client = cluster.newClient();
    }

    @AfterEach
    void stop() {
        client.close();
        kube.close();
    }

    @Test
    void anEmptyClusterIsFree() throws Exception {
        Occupancy.of(client).requireFreeFor("anything");
    }

    @Test
    void aClusterThatFluxRunsIsRefusedAndLeftAsItIs() throws Exception {
        apply("flux-system");

        assertThat(run("--once")).isEqualTo(2);

        assertThat(url()).isEqualTo("https://me:secret@example.com/acme/fleet");
        assertThatThrownBy(() -> Occupancy.of(client).requireFreeFor("anything"))
                .hasMessageContaining("GitRepository/flux-system/flux-system is in the cluster already")
                .hasMessageContaining("--take-over")
                .hasMessageNotContaining("secret@");
    }

    @Test
    void aClusterWithFluxObjectsOfOtherNamesIsRefused() throws Exception {
        apply("apps");

        assertThatThrownBy(() -> Occupancy.of(client).requireFreeFor("anything"))
                .hasMessageContaining("the cluster has 1 Flux objects that are not the sandbox's, such as"
                        + " GitRepository/flux-system/apps");
    }

    @Test
    void aClusterWithOtherSourcesIsRefused() throws Exception {
        new Installation(client).prepare();
        client.resource(OTHERS_CHARTS).create();

        assertThatThrownBy(() -> Occupancy.of(client).requireFreeFor("anything"))
                .hasMessageContaining("such as HelmRepository/flux-system/charts");
    }

    @Test
    void chartsInARegistryAreReadyAsTheyAre() throws Exception {
        new Installation(client).prepare();
        client.resource(OTHERS_CHARTS).create();

        try (var objects = new FluxObjects(client)) {
            await().untilAsserted(() -> assertThat(objects.rows())
                    .extracting(ObjectRow::subject, ObjectRow::state)
                    .containsExactly(tuple("HelmRepository/flux-system/charts", State.READY)));
        }
    }

    @Test
    void itIsTakenOverWhenItsUserSaysSo() throws Exception {
        apply("flux-system");

        assertThat(run("--once", "--take-over")).isZero();

        assertThat(url()).startsWith("http://127.0.0.1:");
    }

    @Test
    void theSandboxGoesOnWithItsOwnRepositoryAndRefusesAnother() throws Exception {
        assertThat(run("--once")).isZero();

        assertThat(run("--once")).isZero();
        assertThat(run("--once", "--path=./clusters/production")).isEqualTo(2);
        assertThat(run("--once", "--repository=https://example.com/acme/fleet")).isEqualTo(2);
        assertThat(catchThrowable(() -> Occupancy.of(client).requireFreeFor("other")))
                .hasMessageContaining("the cluster follows " + home.resolve("fleet") + " at path ./clusters/sandbox");
    }

    @Test
    void definitionsOfOthersStayAsTheyAre() throws Exception {
        apply("apps");
        client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .resources()
                .forEach(definition -> definition.edit(it -> {
                    it.getMetadata().getAnnotations().clear();
                    return it;
                }));

        new Installation(client).prepare();

        assertThat(client.apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .list()
                        .getItems())
                .hasSize(Definitions.NAMES.size())
                .noneMatch(it -> it.getMetadata().getAnnotations() != null
                        && it.getMetadata().getAnnotations().containsKey("sandbox.fluxj.io/installed"));
    }

    private void apply(String name) throws Exception {
        new Installation(client).prepare();
        client.resource(OTHERS_SOURCE.replace("NAME", name)).create();
    }

    private String url() {
        var root = client.genericKubernetesResources(FluxObjects.KINDS.getFirst())
                .inNamespace("flux-system")
                .withName("flux-system")
                .get();
        return Optional.ofNullable(root.<Object>get("spec", "url")).orElse("").toString();
    }

    private int run(String... arguments) {
        var all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--dir=" + home;
        all[arguments.length + 1] = "--kubeconfig=" + home.resolve("others");
        all[arguments.length + 2] = "--timeout=600";
        return new CommandLine(Sandbox.command()).execute(all);
    }
}
