package io.fluxj.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.GeneratedArtifact;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** What ArtifactGenerators make. Source: behaviour §7, conditions-events §9. */
class ArtifactGeneratorTest {
    private static final String TWO_PARTS = """
            sources:
              - {alias: back, kind: GitRepository, name: back}
              - {alias: front, kind: OCIRepository, name: front}
            artifacts:
              - name: whole
                originRevision: "@back"
                copy:
                  - {from: "@back/deploy/**", to: "@artifact/back/"}
                  - {from: "@front/deploy/*.yaml", to: "@artifact/front/"}
            """;
    private static final String ONE_EACH = """
            sources: [{alias: repo, kind: GitRepository, name: back}]
            artifacts:
              - {name: one, copy: [{from: "@repo/one/**", to: "@artifact/"}]}
              - {name: two, copy: [{from: "@repo/two/**", to: "@artifact/"}]}
            """;

    @TempDir
    Path work;

    private WatcherFixture start(KubeCluster cluster, String... flags) throws Exception {
        return WatcherFixture.start(cluster, work.resolve(cluster.namespace()), flags);
    }

    @ClusterTest
    void makesOneArtifactOfTwoSources(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            String origin = fixture.publish("GitRepository", "back", Map.of("deploy/a.yaml", "a", "other", "x"));
            fixture.publish("OCIRepository", "front", Map.of("deploy/b.yaml", "b"));
            fixture.generator("parts", TWO_PARTS);

            Condition ready = fixture.awaitReady("parts", "True", "Succeeded");
            ExternalArtifact whole = fixture.awaitArtifact("whole");
            Artifact artifact = WatcherFixture.artifact(whole);
            ArtifactGenerator parts = fixture.await("parts", found -> true);

            assertThat(ready.message()).isEqualTo("reconciliation succeeded, generated 1 artifact(s)");
            assertThat(fixture.files(whole)).isEqualTo(Map.of("back/a.yaml", "a", "front/deploy/b.yaml", "b"));
            assertThat(artifact.revision()).isEqualTo("latest@" + artifact.digest());
            assertThat(artifact.metadata()).isEqualTo(Map.of("org.opencontainers.image.revision", origin));
            assertThat(artifact.path()).matches("externalartifact/" + cluster.namespace() + "/whole/[0-9]+\\.tar\\.gz");
            assertThat(whole.getMetadata().getLabels())
                    .isEqualTo(Map.of(
                            "app.kubernetes.io/managed-by",
                            "source-watcher",
                            "source.extensions.fluxcd.io/generator",
                            parts.getMetadata().getUid()));
            assertThat(Objects.requireNonNull(whole.getSpec().sourceRef()).name())
                    .isEqualTo("parts");
            assertThat(whole.getStatus().conditions())
                    .singleElement()
                    .extracting(Condition::type, Condition::reason, Condition::message)
                    .containsExactly("Ready", "Succeeded", "Artifact is ready");
            assertThat(parts.getStatus().inventory())
                    .containsExactly(GeneratedArtifact.builder()
                            .name("whole")
                            .namespace(cluster.namespace())
                            .digest(artifact.digest())
                            .filename(artifact.path().substring(artifact.path().lastIndexOf('/') + 1))
                            .build());
            assertThat(parts.getStatus().observedSourcesDigest()).startsWith("sha256:");
            Awaitility.await().untilAsserted(() -> assertThat(fixture.messages("parts", "Ready"))
                    .contains("external artifacts reconciled: " + cluster.namespace() + "/whole (" + artifact.digest()
                            + ")"));
        }
    }

    @ClusterTest
    void givesOnlyThoseArtifactsNewRevisionsWhosePartChanged(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "1"));
            fixture.generator("parts", ONE_EACH);
            fixture.awaitReady("parts", "True", "Succeeded");
            Artifact one = WatcherFixture.artifact(fixture.awaitArtifact("one"));
            Artifact two = WatcherFixture.artifact(fixture.awaitArtifact("two"));

            fixture.publish("GitRepository", "back", Map.of("one/a", "2", "two/a", "1"));
            fixture.awaitArtifact(cluster.namespace(), "one", found -> !WatcherFixture.artifact(found)
                    .equals(one));
            fixture.awaitReady("parts", "True", "Succeeded");

            assertThat(WatcherFixture.artifact(fixture.awaitArtifact("two"))).isEqualTo(two);
        }
    }

    @ClusterTest
    void removesWhatTheSpecDoesNotNameAnyMore(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "1"));
            fixture.generator("parts", ONE_EACH);
            fixture.awaitReady("parts", "True", "Succeeded");

            fixture.generator("parts", """
                    sources: [{alias: repo, kind: GitRepository, name: back}]
                    artifacts: [{name: two, copy: [{from: "@repo/two/**", to: "@artifact/"}]}]
                    """);
            fixture.awaitReady("parts", "True", "Succeeded");
            fixture.awaitGone(cluster.namespace(), "one");

            Path kept = fixture.store().resolve("externalartifact").resolve(cluster.namespace());
            assertThat(kept.resolve("one")).doesNotExist();
            assertThat(kept.resolve("two")).exists();

            cluster.client()
                    .resources(ArtifactGenerator.class)
                    .inNamespace(cluster.namespace())
                    .withName("parts")
                    .delete();
            fixture.awaitGone(cluster.namespace(), "two");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(kept.resolve("two")).doesNotExist());
        }
    }

    @ClusterTest
    void makesAnewWhatIsMissingOrWasChanged(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "1"));
            fixture.generator("parts", ONE_EACH);
            fixture.awaitReady("parts", "True", "Succeeded");
            Artifact one = WatcherFixture.artifact(fixture.awaitArtifact("one"));
            Artifact two = WatcherFixture.artifact(fixture.awaitArtifact("two"));

            Files.delete(fixture.store().resolve(one.path()));
            Files.writeString(fixture.store().resolve(two.path()), "spoilt");
            fixture.patch("parts", "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"1\"}}}");
            fixture.await("parts", found -> "1".equals(found.getStatus().lastHandledReconcileAt()));

            assertThat(fixture.files(fixture.awaitArtifact("one"))).isEqualTo(Map.of("a", "1"));
            assertThat(fixture.files(fixture.awaitArtifact("two"))).isEqualTo(Map.of("a", "1"));
            assertThat(WatcherFixture.artifact(fixture.awaitArtifact("two"))).isEqualTo(two);
        }
    }

    @ClusterTest
    void putsBackWhatSomebodyDidToItsObjects(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "1"));
            fixture.generator("parts", ONE_EACH);
            fixture.awaitReady("parts", "True", "Succeeded");
            String digest =
                    WatcherFixture.artifact(fixture.awaitArtifact("two")).digest();
            String uid = fixture.awaitArtifact("one").getMetadata().getUid();

            cluster.client().resource(fixture.awaitArtifact("one")).delete();
            cluster.client()
                    .resources(ExternalArtifact.class)
                    .inNamespace(cluster.namespace())
                    .withName("two")
                    .subresource("status")
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            "{\"status\":{\"artifact\":{\"digest\":\"sha256:0000\"}}}");

            fixture.awaitArtifact(cluster.namespace(), "one", found -> !found.getMetadata()
                    .getUid()
                    .equals(uid));
            fixture.awaitArtifact(cluster.namespace(), "two", found -> WatcherFixture.artifact(found)
                    .digest()
                    .equals(digest));
        }
    }

    @ClusterTest
    void makesAnArtifactPerFolder(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("apps/Web/a", "web", "apps/api/a", "api"));
            fixture.generator("parts", """
                    sources: [{alias: repo, kind: GitRepository, name: back}]
                    pathPattern: "@repo/apps/{app}"
                    commonMetadata: {labels: {team: blue}, annotations: {note: hello}}
                    artifacts: [{name: "the-{app}", copy: [{from: "@repo/apps/{app}/**", to: "@artifact/"}]}]
                    """);
            fixture.awaitReady("parts", "True", "Succeeded");

            ExternalArtifact web = fixture.awaitArtifact("the-web");
            assertThat(fixture.files(web)).isEqualTo(Map.of("a", "web"));
            assertThat(web.getMetadata().getLabels())
                    .containsEntry("app", "web")
                    .containsEntry("team", "blue");
            assertThat(web.getMetadata().getAnnotations()).containsEntry("note", "hello");

            fixture.publish("GitRepository", "back", Map.of("apps/api/a", "api"));
            fixture.awaitGone(cluster.namespace(), "the-web");
            assertThat(fixture.files(fixture.awaitArtifact("the-api"))).isEqualTo(Map.of("a", "api"));
        }
    }

    @ClusterTest
    void waitsForSourcesAndIsWokenByThem(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.generator("parts", ONE_EACH);
            assertThat(fixture.awaitReady("parts", "False", "SourceFetchFailed").message())
                    .startsWith("get sources failed: GitRepository.source.toolkit.fluxcd.io \"back\" not found");

            fixture.source("GitRepository", "back");
            fixture.patch("parts", "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"1\"}}}");
            fixture.await("parts", found -> WatcherFixture.ready(found)
                    .message()
                    .contains("source 'GitRepository/%s/back' is not ready".formatted(cluster.namespace())));

            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "1"));
            fixture.awaitReady("parts", "True", "Succeeded");
        }
    }

    @ClusterTest
    void tellsWhichArtifactCannotBeBuiltAndKeepsTheOthers(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "1"));
            fixture.generator("parts", ONE_EACH);
            fixture.awaitReady("parts", "True", "Succeeded");
            Artifact one = WatcherFixture.artifact(fixture.awaitArtifact("one"));
            Artifact two = WatcherFixture.artifact(fixture.awaitArtifact("two"));

            fixture.publish("GitRepository", "back", Map.of("two/a", "2"));
            assertThat(fixture.awaitReady("parts", "False", "BuildFailed").message())
                    .isEqualTo("one build failed: failed to apply copy operations: failed to apply copy operation from"
                            + " '@repo/one/**' to '@artifact/': no files match pattern 'one/**' in source 'repo'");

            assertThat(WatcherFixture.artifact(fixture.awaitArtifact("one"))).isEqualTo(one);
            assertThat(fixture.files(fixture.awaitArtifact("one"))).isEqualTo(Map.of("a", "1"));
            fixture.awaitArtifact(cluster.namespace(), "two", found -> !WatcherFixture.artifact(found)
                    .equals(two));
        }
    }

    @ClusterTest
    void stallsOnWhatOnlyItsAuthorCanMend(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster, "--no-cross-namespace-refs=true")) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1"));
            fixture.generator("twice", """
                    sources: [{alias: a, kind: GitRepository, name: back}, {alias: a, kind: GitRepository, name: back}]
                    artifacts: [{name: one, copy: [{from: "@a/", to: "@artifact/"}]}]
                    """);
            fixture.generator("foreign", """
                    sources: [{alias: a, kind: GitRepository, name: back, namespace: other}]
                    artifacts: [{name: one, copy: [{from: "@a/", to: "@artifact/"}]}]
                    """);
            fixture.generator("itself", """
                    sources: [{alias: a, kind: GitRepository, name: back}, {alias: me, kind: ExternalArtifact, name: me}]
                    artifacts: [{name: me, copy: [{from: "@me/", to: "@artifact/deeper/"}]}]
                    """);
            fixture.publish("ExternalArtifact", "me", Map.of("a", "1"));

            assertThat(fixture.awaitReady("twice", "False", "ValidationFailed").message())
                    .isEqualTo("duplicate source alias 'a' found");
            assertThat(fixture.awaitReady("foreign", "False", "AccessDenied").message())
                    .isEqualTo("cross-namespace reference to source GitRepository/other/back is not allowed");
            assertThat(fixture.awaitReady("itself", "False", "ValidationFailed").message())
                    .contains("cannot be made of itself");
            assertThat(fixture.await("twice", found -> true).getStatus().conditions())
                    .anyMatch(mark -> mark.type().equals("Stalled"));
        }
    }

    @ClusterTest
    void doesNothingWhileItIsSuspended(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "1"));
            fixture.apply("""
                    apiVersion: source.extensions.fluxcd.io/v1beta1
                    kind: ArtifactGenerator
                    metadata: {name: parts, annotations: {source.extensions.fluxcd.io/reconcile: Disabled}}
                    spec:
                    """ + ONE_EACH.indent(2));
            assertThat(fixture.awaitReady("parts", "True", "ReconciliationDisabled")
                            .message())
                    .isEqualTo("Initialized with reconciliation suspended");
            assertThat(fixture.externalArtifact(cluster.namespace(), "one")).isNull();

            fixture.patch(
                    "parts",
                    "{\"metadata\":{\"annotations\":{\"source.extensions.fluxcd.io/reconcile\":\"enabled\"}}}");
            fixture.awaitReady("parts", "True", "Succeeded");
        }
    }

    @ClusterTest
    void tellsTheInputsThatComeWithAnArtifact(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish(
                    "GitRepository", "back", Map.of("one/a", "1", "inputs.yaml", "replicas: 3\nzones: [a, b]\n"));
            fixture.generator("parts", """
                    sources: [{alias: repo, kind: GitRepository, name: back}]
                    artifacts: [{name: one, inputsFrom: "@repo/inputs.yaml", copy: [{from: "@repo/one/**", to: "@artifact/"}]}]
                    """);
            fixture.awaitReady("parts", "True", "Succeeded");

            Map<String, JsonNode> inputs =
                    fixture.awaitArtifact("one").getStatus().exportedInputs();
            assertThat(inputs.get("replicas")).hasToString("3");
            assertThat(inputs.get("zones")).hasToString("[\"a\",\"b\"]");

            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "inputs.yaml", "- a\n"));
            assertThat(fixture.awaitReady("parts", "False", "BuildFailed").message())
                    .isEqualTo("one build failed: failed to parse inputs file \"@repo/inputs.yaml\":"
                            + " it must be a map of inputs by name");
        }
    }

    @ClusterTest
    void writesIntoOtherNamespacesAsTheServiceAccount(KubeCluster cluster) throws Exception {
        String other = cluster.anotherNamespace();
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1"));
            fixture.apply("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: robot}\n");
            fixture.generator("parts", """
                    sources: [{alias: repo, kind: GitRepository, name: back}]
                    serviceAccountName: robot
                    artifacts: [{name: one, namespace: %s, copy: [{from: "@repo/one/**", to: "@artifact/"}]}]
                    """.formatted(other));
            assertThat(fixture.awaitReady("parts", "False", "ReconciliationFailed")
                            .message())
                    .contains("one reconcile failed: failed to apply ExternalArtifact " + other + "/one")
                    .contains("system:serviceaccount:" + cluster.namespace() + ":robot");

            allow(fixture, cluster.namespace(), other);
            fixture.awaitReady("parts", "True", "Succeeded");
            assertThat(fixture.files(fixture.awaitArtifact(other, "one", found -> true)))
                    .isEqualTo(Map.of("a", "1"));

            cluster.client()
                    .resources(ArtifactGenerator.class)
                    .inNamespace(cluster.namespace())
                    .withName("parts")
                    .delete();
            fixture.awaitGone(other, "one");
        }
    }

    private static void allow(WatcherFixture fixture, String from, String to) {
        fixture.apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: artifacts, namespace: %s}
                rules:
                  - apiGroups: [source.toolkit.fluxcd.io]
                    resources: [externalartifacts, externalartifacts/status]
                    verbs: [get, create, patch, delete]
                """.formatted(to));
        fixture.apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: artifacts, namespace: %s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: artifacts}
                subjects: [{kind: ServiceAccount, name: robot, namespace: %s}]
                """.formatted(to, from));
    }

    @ClusterTest
    void leavesAnArtifactThatAnotherGeneratorTookOver(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "2"));
            fixture.generator("first", """
                    sources: [{alias: repo, kind: GitRepository, name: back}]
                    artifacts: [{name: shared, copy: [{from: "@repo/one/**", to: "@artifact/"}]}]
                    """);
            fixture.awaitReady("first", "True", "Succeeded");
            fixture.patch(
                    "first",
                    "{\"metadata\":{\"annotations\":{\"source.extensions.fluxcd.io/reconcile\":\"disabled\"}}}");
            fixture.generator("second", """
                    sources: [{alias: repo, kind: GitRepository, name: back}]
                    artifacts: [{name: shared, copy: [{from: "@repo/two/**", to: "@artifact/"}]}]
                    """);
            fixture.awaitReady("second", "True", "Succeeded");
            Awaitility.await().untilAsserted(() -> assertThat(fixture.messages("second", "OwnershipConflict"))
                    .singleElement()
                    .asString()
                    .contains("is being taken over by " + cluster.namespace() + "/second"));

            cluster.client()
                    .resources(ArtifactGenerator.class)
                    .inNamespace(cluster.namespace())
                    .withName("first")
                    .delete();
            Awaitility.await()
                    .until(() -> cluster.client()
                                    .resources(ArtifactGenerator.class)
                                    .inNamespace(cluster.namespace())
                                    .withName("first")
                                    .get()
                            == null);

            assertThat(fixture.files(fixture.awaitArtifact("shared"))).isEqualTo(Map.of("a", "2"));
        }
    }

    @ClusterTest
    void writesNothingWhenItStartsAgain(KubeCluster cluster) throws Exception {
        try (WatcherFixture fixture = start(cluster)) {
            fixture.publish("GitRepository", "back", Map.of("one/a", "1", "two/a", "1"));
            fixture.generator("parts", ONE_EACH);
            fixture.awaitReady("parts", "True", "Succeeded");
            String version = fixture.awaitArtifact("one").getMetadata().getResourceVersion();

            fixture.restart();
            fixture.patch("parts", "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"1\"}}}");
            fixture.await("parts", found -> "1".equals(found.getStatus().lastHandledReconcileAt()));

            assertThat(fixture.awaitArtifact("one").getMetadata().getResourceVersion())
                    .isEqualTo(version);
        }
    }
}
