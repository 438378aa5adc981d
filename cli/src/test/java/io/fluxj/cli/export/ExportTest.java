package io.fluxj.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code fluxj export}: objects as they would be written to Git, of every kind. */
final class ExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SPECS = """
            GIT_REPOSITORY {interval: 1m, url: "https://git.example.com/fleet"}
            OCI_REPOSITORY {interval: 1m, url: "oci://registry.example.com/fleet"}
            BUCKET {interval: 1m, bucketName: fleet, endpoint: minio.example.com}
            HELM_REPOSITORY {interval: 1m, url: "https://charts.example.com"}
            HELM_CHART {interval: 1m, chart: podinfo, sourceRef: {kind: HelmRepository, name: charts}}
            EXTERNAL_ARTIFACT {sourceRef: {apiVersion: example.com/v1, kind: Maker, name: made}}
            IMAGE_REPOSITORY {interval: 1m, image: registry.example.com/app}
            IMAGE_POLICY {imageRepositoryRef: {name: app}, policy: {semver: {range: 1.x}}}
            IMAGE_UPDATE {interval: 1m, sourceRef: {kind: GitRepository, name: fleet}, git: {commit: {author: {email: flux@example.com}}}}
            HELM_RELEASE {interval: 1m, chartRef: {kind: OCIRepository, name: podinfo}, values: {replicas: 2}}
            KUSTOMIZATION {interval: 1m, prune: true, path: ./apps, sourceRef: {kind: GitRepository, name: fleet}}
            RECEIVER {type: generic, secretRef: {name: webhook}, resources: [{kind: GitRepository, name: fleet}]}
            PROVIDER {type: slack, channel: general}
            ALERT {providerRef: {name: slack}, eventSources: [{kind: Kustomization, name: "*"}]}
            ARTIFACT_GENERATOR {sources: [{alias: fleet, kind: GitRepository, name: fleet}], artifacts: [{name: made, copy: [{from: "@fleet/**", to: "@artifact/"}]}]}
            """;

    private static Map.Entry<FluxKind, String> entry(String line) {
        int blank = line.indexOf(' ');
        return Map.entry(FluxKind.valueOf(line.substring(0, blank)), line.substring(blank + 1));
    }

    private static String manifest(FluxKind kind, String name, String spec) {
        return """
                apiVersion: %s
                kind: %s
                metadata: {name: %s, labels: {team: web}, annotations: {note: kept}}
                spec: %s
                """.formatted(kind.apiVersion(), kind.kind(), name, spec);
    }

    @ClusterTest
    void printsObjectsOfEveryKindWithoutWhatTheServerWrote(KubeCluster cluster) throws Exception {
        List<Map.Entry<FluxKind, String>> specs =
                SPECS.lines().map(ExportTest::entry).toList();
        assertThat(specs).hasSameSizeAs(FluxKind.values());

        for (Map.Entry<FluxKind, String> each : specs) {
            FluxKind kind = each.getKey();
            new Fleet(cluster).has(manifest(kind, "one", each.getValue()));
            new Fleet(cluster).has(manifest(kind, "two", each.getValue()));

            CommandRun one = CommandRun.on(cluster, words(kind, "one"));
            CommandRun all = CommandRun.on(cluster, words(kind, "--all"));

            assertThat(one.err() + all.err()).as(kind.kind()).isEmpty();
            assertThat(documents(one.out())).as(kind.kind()).containsExactly(expected(cluster, kind, "one"));
            assertThat(documents(all.out()))
                    .as(kind.kind())
                    .containsExactly(expected(cluster, kind, "one"), expected(cluster, kind, "two"));
        }
    }

    private static String[] words(FluxKind kind, String last) {
        return Stream.concat(
                        Stream.of("export"),
                        Stream.concat(Stream.of(kind.command().typed().split(" ", -1)), Stream.of(last)))
                .toArray(String[]::new);
    }

    /** The spec is the stored one, with its defaults: what is written to Git applies to the same. */
    private static JsonNode expected(KubeCluster cluster, FluxKind kind, String name) {
        GenericKubernetesResource stored = cluster.client()
                .genericKubernetesResources(io.fluxj.cli.object.Objects.definition(kind))
                .inNamespace(cluster.namespace())
                .withName(name)
                .require();
        return JSON.valueToTree(Map.of(
                "apiVersion",
                kind.apiVersion(),
                "kind",
                kind.kind(),
                "metadata",
                Map.of(
                        "name",
                        name,
                        "namespace",
                        cluster.namespace(),
                        "labels",
                        Map.of("team", "web"),
                        "annotations",
                        Map.of("note", "kept")),
                "spec",
                stored.getAdditionalProperties().get("spec")));
    }

    private static List<JsonNode> documents(String yaml) {
        return Stream.of(yaml.split("(?m)^---$", -1))
                .filter(document -> !document.isBlank())
                .map(document -> Serialization.unmarshal(document, JsonNode.class))
                .toList();
    }

    @ClusterTest
    void printsYamlThatCanBeCommitted(KubeCluster cluster) {
        new Fleet(cluster).has("""
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: HelmRepository
                metadata: {name: charts}
                spec: {interval: 5m, type: oci, url: "oci://registry.example.com/charts", provider: generic}
                """);

        assertThat(CommandRun.on(cluster, "export", "source", "helm", "charts").out())
                .isEqualTo("""
                        ---
                        apiVersion: source.toolkit.fluxcd.io/v1
                        kind: HelmRepository
                        metadata:
                          name: charts
                          namespace: %s
                        spec:
                          interval: 5m
                          provider: generic
                          type: oci
                          url: oci://registry.example.com/charts
                        """.formatted(cluster.namespace()));
    }

    @ClusterTest
    void printsTheSecretOfASourceOnlyWhereAskedTo(KubeCluster cluster) {
        new Fleet(cluster).has("""
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: fleet}
                spec: {interval: 1m, url: "https://git.example.com/fleet", secretRef: {name: login}}
                """);
        new Fleet(cluster).hasBuiltIn("""
                apiVersion: v1
                kind: Secret
                metadata: {name: login}
                stringData: {username: me, password: s3cr3t}
                """);

        assertThat(documents(CommandRun.on(cluster, "export", "source", "git", "fleet")
                        .out()))
                .hasSize(1);
        List<JsonNode> both = documents(CommandRun.on(cluster, "export", "source", "git", "fleet", "--with-credentials")
                .out());
        assertThat(both).hasSize(2);
        assertThat(both.getLast().at("/kind").asText()).isEqualTo("Secret");
        assertThat(both.getLast().at("/data/password").asText()).isEqualTo("czNjcjN0");
        assertThat(both.getLast().at("/metadata").size()).isEqualTo(2);
    }

    @ClusterTest
    void mistakesAreOneClearLine(KubeCluster cluster) {
        assertThat(CommandRun.on(cluster, "export", "ks"))
                .isEqualTo(new CommandRun(1, "", "✗ name is required; or print all of the namespace by --all\n"));
        assertThat(CommandRun.on(cluster, "export", "hr", "redis"))
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "✗ HelmRelease object 'redis' not found in \"%s\" namespace\n".formatted(cluster.namespace())));
        assertThat(CommandRun.on(cluster, "export", "alert", "--all"))
                .isEqualTo(new CommandRun(
                        1, "", "✗ no Alert objects found in %s namespace\n".formatted(cluster.namespace())));
    }
}
