package io.fluxj.deploy.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.kustomize.BuildException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes of a FluxInstance. What is expected is what flux-operator's public API reference says of each field. */
final class InstanceManifestsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** An instance with this below {@code spec}, in the usual distribution. */
    private static FluxInstance instance(String spec) {
        return read("""
                apiVersion: fluxcd.controlplane.io/v1
                kind: FluxInstance
                metadata: {name: flux, namespace: flux-system}
                spec:
                  distribution: {version: 2.x, registry: ghcr.io/fluxcd}
                """ + spec.indent(2));
    }

    private static FluxInstance read(String yaml) {
        try {
            return FluxInstance.of(YAML.readTree(yaml));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<JsonNode> objects(FluxInstance instance) {
        return InstanceManifests.build(instance).resources().stream()
                .map(object -> YAML.<JsonNode>valueToTree(object.content()))
                .toList();
    }

    private static List<String> names(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .map(object -> object.at("/metadata/name").asText())
                .toList();
    }

    private static JsonNode only(List<JsonNode> objects, String kind, String name) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .reduce((one, two) -> {
                    throw new AssertionError("twice: " + one + two);
                })
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static List<String> arguments(List<JsonNode> objects, String deployment) {
        List<String> arguments = new ArrayList<>();
        only(objects, "Deployment", deployment)
                .at("/spec/template/spec/containers/0/args")
                .forEach(argument -> arguments.add(argument.asText()));
        return arguments;
    }

    @Test
    void installsTheUsualControllersWithItsOwnLabels() {
        List<JsonNode> objects = objects(instance("""
                commonMetadata:
                  labels: {app.kubernetes.io/name: flux}
                  annotations: {toolkit.fluxcd.io/tenant: sre-team}
                """));

        assertThat(names(objects, "Deployment"))
                .containsExactlyInAnyOrder(
                        "source-controller", "kustomize-controller", "helm-controller", "notification-controller");
        assertThat(objects).allSatisfy(object -> {
            assertThat(object.at("/metadata/labels/app.kubernetes.io~1name").asText())
                    .isEqualTo("flux");
            assertThat(object.at("/metadata/labels/app.kubernetes.io~1part-of").asText())
                    .isEqualTo("flux");
            assertThat(object.at("/metadata/annotations/toolkit.fluxcd.io~1tenant")
                            .asText())
                    .isEqualTo("sre-team");
            assertThat(object.at("/metadata/annotations/kustomize.toolkit.fluxcd.io~1ssa")
                            .asText())
                    .isEqualTo("Ignore");
        });
        assertThat(names(objects, "NetworkPolicy")).isNotEmpty();
    }

    @Test
    void takesMirrorsAndPullSecretsButOurImagesInThePlaceOfFluxs() {
        JsonNode upstream = only(objects(instance("")), "Deployment", "source-controller");
        JsonNode mirror = only(objects(read("""
                apiVersion: fluxcd.controlplane.io/v1
                kind: FluxInstance
                metadata: {name: flux, namespace: gitops}
                spec:
                  distribution:
                    version: "2.9.x"
                    registry: mirror.example.com/fluxj
                    variant: upstream-alpine
                    imagePullSecret: mirror
                    artifact: oci://ghcr.io/controlplaneio-fluxcd/flux-operator-manifests
                """)), "Deployment", "source-controller");

        assertThat(upstream.at("/spec/template/spec/containers/0/image").asText())
                .isEqualTo("ghcr.io/fluxj/source-controller:v0.1.0");
        assertThat(mirror.at("/spec/template/spec/containers/0/image").asText())
                .isEqualTo("mirror.example.com/fluxj/source-controller:v0.1.0");
        assertThat(mirror.at("/spec/template/spec/imagePullSecrets/0/name").asText())
                .isEqualTo("mirror");
        assertThat(mirror.at("/metadata/namespace").asText()).isEqualTo("gitops");
    }

    @Test
    void sizesFollowTheTable() {
        List<JsonNode> medium =
                objects(instance("cluster: {size: medium, domain: example.internal, networkPolicy: false}"));
        List<JsonNode> large = objects(instance("cluster: {size: large}"));

        assertThat(arguments(medium, "kustomize-controller")).contains("--concurrent=10", "--requeue-dependency=5s");
        assertThat(arguments(medium, "helm-controller")).contains("--concurrent=10", "--requeue-dependency=5s");
        assertThat(arguments(medium, "notification-controller")).noneMatch(flag -> flag.startsWith("--concurrent"));
        assertThat(arguments(large, "source-controller")).contains("--concurrent=10");
        JsonNode limits = only(large, "Deployment", "kustomize-controller")
                .at("/spec/template/spec/containers/0/resources/limits");
        assertThat(limits.path("cpu").asText() + " " + limits.path("memory").asText())
                .isEqualTo("3000m 3Gi");
        assertThat(arguments(medium, "source-controller"))
                .contains(
                        "--storage-adv-addr=source-controller.$(RUNTIME_NAMESPACE).svc.example.internal.",
                        "--events-addr=http://notification-controller.flux-system.svc.example.internal./");
        assertThat(names(medium, "NetworkPolicy")).isEmpty();
    }

    @Test
    void shardsAreMoreSetsOfControllersEachWithItsVolume() {
        List<JsonNode> objects = objects(instance("""
                components: [source-controller, kustomize-controller]
                cluster: {size: small, domain: example.internal}
                storage: {class: standard, size: 5Gi}
                sharding: {key: team, shards: [red, blue], storage: persistent}
                """));

        assertThat(names(objects, "Deployment"))
                .containsExactlyInAnyOrder(
                        "source-controller",
                        "source-controller-red",
                        "source-controller-blue",
                        "kustomize-controller",
                        "kustomize-controller-red",
                        "kustomize-controller-blue");
        assertThat(arguments(objects, "kustomize-controller")).contains("--watch-label-selector=!team");
        assertThat(arguments(objects, "kustomize-controller-red"))
                .contains("--watch-label-selector=team=red", "--concurrent=5");
        assertThat(arguments(objects, "source-controller-blue"))
                .contains("--storage-adv-addr=source-controller-blue.$(RUNTIME_NAMESPACE).svc.example.internal.");
        assertThat(names(objects, "PersistentVolumeClaim"))
                .containsExactlyInAnyOrder("source-controller", "source-controller-red", "source-controller-blue");
        for (String name : List.of("source-controller", "source-controller-red", "source-controller-blue")) {
            JsonNode claim = only(objects, "PersistentVolumeClaim", name);
            assertThat(claim.at("/spec/storageClassName").asText()).isEqualTo("standard");
            assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo("5Gi");
            assertThat(only(objects, "Deployment", name)
                            .at("/spec/template/spec/volumes/0/persistentVolumeClaim/claimName")
                            .asText())
                    .isEqualTo(name);
        }
        assertThat(names(objects, "ServiceAccount"))
                .containsExactlyInAnyOrder("source-controller", "kustomize-controller");
    }

    @Test
    void tenantsAreKeptApart() {
        List<JsonNode> objects = objects(instance("""
                cluster:
                  multitenant: true
                  tenantDefaultServiceAccount: flux
                  objectLevelWorkloadIdentity: true
                  multitenantWorkloadIdentity: true
                  tenantDefaultDecryptionServiceAccount: keys
                  tenantDefaultKubeConfigServiceAccount: clusters
                sync: {kind: GitRepository, url: "https://git.example.com/fleet", ref: refs/heads/main, path: clusters/a}
                """));

        assertThat(arguments(objects, "kustomize-controller"))
                .contains(
                        "--profile=locked-down",
                        "--default-service-account=flux",
                        "--feature-gates=ObjectLevelWorkloadIdentity=true",
                        "--default-decryption-service-account=keys",
                        "--default-kubeconfig-service-account=clusters");
        assertThat(arguments(objects, "source-controller")).contains("--default-service-account=flux");
        assertThat(only(objects, "Kustomization", "flux-system")
                        .at("/spec/serviceAccountName")
                        .asText())
                .isEqualTo("kustomize-controller");
    }

    @Test
    void objectsMayNameAccountsWithoutBeingGivenOne() {
        List<JsonNode> objects = objects(instance("cluster: {objectLevelWorkloadIdentity: true}"));

        assertThat(arguments(objects, "source-controller"))
                .contains("--feature-gates=ObjectLevelWorkloadIdentity=true")
                .noneMatch(flag -> flag.contains("service-account"));
        assertThat(arguments(objects(instance("")), "source-controller"))
                .noneMatch(flag -> flag.contains("WorkloadIdentity"));
    }

    @Test
    void followsASourceOfEachKind() {
        JsonNode git = only(objects(instance("""
                sync:
                  kind: GitRepository
                  url: ssh://git@git.example.com/fleet
                  ref: refs/heads/main
                  path: clusters/a
                  pullSecret: git-auth
                """)), "GitRepository", "flux-system");
        List<JsonNode> oci = objects(instance("""
                sync: {name: fleet, kind: OCIRepository, url: "oci://registry.example.com/fleet", ref: latest, path: ., interval: 5m, provider: aws}
                """));
        JsonNode bucket = only(objects(instance("""
                sync: {kind: Bucket, url: minio.example.com, ref: fleet, path: ./}
                """)), "Bucket", "flux-system");

        assertThat(git.path("spec").toString())
                .isEqualTo(
                        "{\"interval\":\"1m\",\"ref\":{\"name\":\"refs/heads/main\"},\"secretRef\":{\"name\":\"git-auth\"},"
                                + "\"url\":\"ssh://git@git.example.com/fleet\"}");
        assertThat(only(oci, "OCIRepository", "fleet").path("spec").toString())
                .isEqualTo("{\"interval\":\"5m\",\"provider\":\"aws\",\"ref\":{\"tag\":\"latest\"},"
                        + "\"url\":\"oci://registry.example.com/fleet\"}");
        assertThat(only(oci, "Kustomization", "fleet").path("spec").toString())
                .isEqualTo("{\"interval\":\"10m0s\",\"path\":\".\",\"prune\":true,"
                        + "\"sourceRef\":{\"kind\":\"OCIRepository\",\"name\":\"fleet\"}}");
        assertThat(bucket.path("spec").toString())
                .isEqualTo("{\"bucketName\":\"fleet\",\"endpoint\":\"minio.example.com\",\"interval\":\"1m\"}");
    }

    @Test
    void usersPatchesComeLast() {
        JsonNode deployment = only(objects(instance("""
                cluster: {type: openshift}
                kustomize:
                  patches:
                  - target: {kind: Deployment}
                    patch: |
                      - op: replace
                        path: /spec/template/spec/nodeSelector
                        value: {kubernetes.io/os: linux, pool: infra}
                      - op: add
                        path: /spec/template/spec/tolerations
                        value: [{key: CriticalAddonsOnly, operator: Exists}]
                """)), "Deployment", "helm-controller");

        JsonNode pod = deployment.at("/spec/template/spec");
        assertThat(pod.at("/nodeSelector/pool").asText()).isEqualTo("infra");
        assertThat(pod.at("/tolerations/0/key").asText()).isEqualTo("CriticalAddonsOnly");
        assertThat(pod.has("securityContext")).isFalse();
        assertThat(pod.at("/containers/0/securityContext").has("runAsNonRoot")).isFalse();
    }

    @Test
    void aPatchThatCannotBeAppliedIsAFailureOfTheBuild() {
        FluxInstance instance = instance("""
                kustomize:
                  patches:
                  - target: {kind: Deployment}
                    patch: |
                      - op: remove
                        path: /spec/none
                """);

        assertThatThrownBy(() -> InstanceManifests.build(instance)).isInstanceOf(BuildException.class);
    }

    @Test
    void mistakesNameTheFieldAndWhatWouldBeRight() {
        refused("cluster: {size: huge}", "spec.cluster.size must be one of small, medium, large, not 'huge'");
        refused("clustr: {}", "unknown field spec.clustr: there are [distribution, components");
        refused(
                "components: [source-controler]",
                "spec.components 'source-controler' is no component: there are [source-controller,");
        refused("sharding: {key: team}", "spec.sharding.shards is required");
        refused("sharding: {shards: [\"a/../b\"]}", "spec.sharding.shards 'a/../b' is not of the form");
        refused("sharding: {shards: [a], storage: persistent}", "spec.sharding.storage persistent needs spec.storage");
        refused(
                "cluster: {multitenantWorkloadIdentity: true}",
                "spec.cluster.multitenantWorkloadIdentity needs objectLevelWorkloadIdentity: true");
        refused(
                "sync: {kind: Git, url: x, ref: y, path: z}",
                "spec.sync.kind must be one of GitRepository, OCIRepository, Bucket, not 'Git'");
        refused("sync: {kind: Bucket, url: x, ref: y}", "spec.sync.path is required");
        refused("cluster: {networkPolicy: maybe}", "spec.cluster.networkPolicy must be true or false");
        refused("kustomize: {patches: [{target: {kind: Deployment}}]}", "spec.kustomize.patches[0].patch is required");
        assertThatThrownBy(() -> read("{apiVersion: fluxcd.controlplane.io/v1, kind: FluxReport}"))
                .hasMessage(
                        "must be a FluxInstance of fluxcd.controlplane.io/v1, but is a FluxReport of fluxcd.controlplane.io/v1");
    }

    private static void refused(String spec, String message) {
        assertThatThrownBy(() -> instance(spec))
                .as(spec)
                .isInstanceOf(InvalidInstanceException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void versionsThatAreNotToBeHadAreRefused() {
        for (String range : List.of("2.8.x", "3.x", ">=2.10")) {
            FluxInstance instance = read("""
                    apiVersion: fluxcd.controlplane.io/v1
                    kind: FluxInstance
                    metadata: {name: flux}
                    spec: {distribution: {version: "%s", registry: ghcr.io/fluxcd}}
                    """.formatted(range));
            assertThatThrownBy(() -> InstanceManifests.build(instance))
                    .hasMessage(
                            "spec.distribution.version '%s' does not allow 2.9.4, the version of Flux that this program installs"
                                    .formatted(range));
        }
    }
}
