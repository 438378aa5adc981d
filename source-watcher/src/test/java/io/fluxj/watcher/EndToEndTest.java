package io.fluxj.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.kustomization.KustomizeController;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.source.SourceController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.watcher.copy.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.io.TempDir;

/** From two Git repositories by way of an artifact of both to objects in the cluster, by three controllers. */
class EndToEndTest {
    @TempDir
    Path work;

    @ClusterTest
    void appliesWhatWasPutTogetherOfTwoRepositories(KubeCluster cluster) throws Exception {
        Path own = work.resolve(cluster.namespace());
        Path repositories = Files.createDirectories(own.resolve("repositories"));
        commit(repositories, "base", Map.of("deploy/cm.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: made}
                data: {from: base}
                """, "deploy/kustomization.yaml", """
                resources: [cm.yaml]
                """));
        commit(repositories, "extra", Map.of("patch.yaml", """
                data: {more: extra}
                """));
        try (GitTestServer git = GitTestServer.start(repositories);
                RunningController _ = start(cluster, new SourceController(), served(own, "sources"));
                RunningController _ = start(cluster, new SourceWatcher(), served(own, "watcher"));
                RunningController _ = start(
                        cluster, KustomizeController.definition(), List.of("--feature-gates=ExternalArtifact=true"))) {
            apply(cluster, repository("base", git));
            apply(cluster, repository("extra", git));
            apply(cluster, """
                    apiVersion: source.extensions.fluxcd.io/v1beta1
                    kind: ArtifactGenerator
                    metadata: {name: parts}
                    spec:
                      sources:
                        - {alias: base, kind: GitRepository, name: base}
                        - {alias: extra, kind: GitRepository, name: extra}
                      artifacts:
                        - name: whole
                          copy:
                            - {from: "@base/deploy/", to: "@artifact/"}
                            - {from: "@extra/patch.yaml", to: "@artifact/deploy/cm.yaml", strategy: Merge}
                    """);
            apply(cluster, """
                    apiVersion: kustomize.toolkit.fluxcd.io/v1
                    kind: Kustomization
                    metadata: {name: app}
                    spec:
                      interval: 1h
                      prune: true
                      path: deploy
                      targetNamespace: %s
                      sourceRef: {kind: ExternalArtifact, name: whole}
                    """.formatted(cluster.namespace()));

            awaitData(cluster, Map.of("from", "base", "more", "extra"));

            commit(repositories, "extra", Map.of("patch.yaml", "data: {more: newer}\n"));
            annotate(cluster, "extra");
            awaitData(cluster, Map.of("from", "base", "more", "newer"));
        }
    }

    private static List<String> served(Path own, String name) throws Exception {
        String address = "127.0.0.1:" + FreePort.choose();
        return List.of(
                "--storage-path=" + Files.createDirectories(own.resolve(name)),
                "--storage-addr=" + address,
                "--storage-adv-addr=" + address);
    }

    private static <O extends ControllerOptions> RunningController start(
            KubeCluster cluster, ControllerDefinition<O> definition, List<String> flags) throws Exception {
        List<String> all =
                new ArrayList<>(List.of("--watch-all-namespaces=false", "--metrics-addr=0", "--health-addr=0"));
        all.addAll(flags);
        RunningController running = ControllerProgram.start(
                definition,
                ControllerProgram.parse(definition, all.toArray(String[]::new)),
                cluster.client(),
                Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
        running.working().get(120, TimeUnit.SECONDS);
        return running;
    }

    private static void commit(Path repositories, String name, Map<String, String> files) throws Exception {
        Path bare = repositories.resolve(name + ".git");
        Path tree = repositories.resolveSibling("tree-" + name);
        boolean first = !Files.exists(bare);
        if (first) {
            Git.init()
                    .setBare(true)
                    .setInitialBranch("main")
                    .setDirectory(bare.toFile())
                    .call()
                    .close();
        }
        Trees.write(tree, files);
        try (Git git =
                Git.init().setInitialBranch("main").setDirectory(tree.toFile()).call()) {
            PersonIdent author = new PersonIdent("test", "test@example.com");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setAuthor(author)
                    .setCommitter(author)
                    .setMessage("write")
                    .call();
            git.push().setRemote(bare.toUri().toString()).add("main").call();
        }
    }

    private static String repository(String name, GitTestServer git) {
        return """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: %s}
                spec: {interval: 1h, url: "%s", ref: {branch: main}}
                """.formatted(name, git.url(name + ".git"));
    }

    private static void apply(KubeCluster cluster, String yaml) {
        HasMetadata object =
                cluster.client().getKubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class);
        object.getMetadata().setNamespace(cluster.namespace());
        cluster.client().resource(object).create();
    }

    private static void annotate(KubeCluster cluster, String repository) {
        cluster.client()
                .genericKubernetesResources("source.toolkit.fluxcd.io/v1", "GitRepository")
                .inNamespace(cluster.namespace())
                .withName(repository)
                .edit(object -> {
                    object.getMetadata().getAnnotations().put("reconcile.fluxcd.io/requestedAt", "now");
                    return object;
                });
    }

    private static void awaitData(KubeCluster cluster, Map<String, String> wanted) {
        Awaitility.await().atMost(2, TimeUnit.MINUTES).untilAsserted(() -> {
            ConfigMap made = cluster.client()
                    .configMaps()
                    .inNamespace(cluster.namespace())
                    .withName("made")
                    .get();
            assertThat(made).isNotNull();
            assertThat(made.getData()).isEqualTo(wanted);
        });
    }
}
