package io.fluxj.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.kustomize.BuiltResource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the settings of an installation make of the bases. The expected names are those of Flux's bundle (behaviour §13). */
class InstallManifestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void hasTheObjectsOfFluxsBundleAndBudgets() {
        assertThat(names(InstallSettings.usual(), "CustomResourceDefinition"))
                .containsExactlyInAnyOrder(
                        "Namespace/flux-system",
                        "ResourceQuota/critical-pods-flux-system",
                        "NetworkPolicy/allow-egress",
                        "NetworkPolicy/allow-scraping",
                        "NetworkPolicy/allow-webhooks",
                        "ClusterRole/crd-controller-flux-system",
                        "ClusterRole/flux-edit-flux-system",
                        "ClusterRole/flux-view-flux-system",
                        "ClusterRole/peer-reviewer-flux-system",
                        "ClusterRoleBinding/peer-reviewer-flux-system",
                        "Role/peer-certificates-flux-system",
                        "RoleBinding/peer-certificates-flux-system",
                        "ClusterRoleBinding/cluster-reconciler-flux-system",
                        "ClusterRoleBinding/crd-controller-flux-system",
                        "ServiceAccount/source-controller",
                        "ServiceAccount/kustomize-controller",
                        "ServiceAccount/helm-controller",
                        "ServiceAccount/notification-controller",
                        "Service/source-controller",
                        "Service/notification-controller",
                        "Service/webhook-receiver",
                        "Deployment/source-controller",
                        "Deployment/kustomize-controller",
                        "Deployment/helm-controller",
                        "Deployment/notification-controller",
                        "PodDisruptionBudget/source-controller",
                        "PodDisruptionBudget/kustomize-controller",
                        "PodDisruptionBudget/helm-controller",
                        "PodDisruptionBudget/notification-controller");
    }

    @Test
    void everyObjectCarriesTheLabelsByWhichFluxsToolsFindIt() {
        assertThat(InstallManifests.build(InstallSettings.usual()).resources())
                .allSatisfy(object -> assertThat(object.labels())
                        .containsEntry("app.kubernetes.io/instance", "flux-system")
                        .containsEntry("app.kubernetes.io/part-of", "flux")
                        .containsEntry("app.kubernetes.io/version", "v0.1.0"));
        assertThat(only(InstallSettings.usual(), "Deployment", "helm-controller")
                        .labels())
                .containsEntry("app.kubernetes.io/component", "helm-controller")
                .containsEntry("control-plane", "controller");
    }

    @Test
    void controllersBringTheirKindsAlone() {
        InstallSettings settings = InstallSettings.usual()
                .withControllers(EnumSet.of(Controller.SOURCE_WATCHER, Controller.IMAGE_REFLECTOR));

        assertThat(names(settings))
                .filteredOn(name -> name.startsWith("CustomResourceDefinition/"))
                .containsExactlyInAnyOrder(
                        "CustomResourceDefinition/artifactgenerators.source.extensions.fluxcd.io",
                        "CustomResourceDefinition/imagepolicies.image.toolkit.fluxcd.io",
                        "CustomResourceDefinition/imagerepositories.image.toolkit.fluxcd.io");
        assertThat(names(settings))
                .filteredOn(name -> name.startsWith("Deployment/"))
                .containsExactlyInAnyOrder("Deployment/source-watcher", "Deployment/image-reflector-controller");
    }

    @Test
    void anotherNamespaceIsMeantEverywhere() {
        InstallSettings settings = InstallSettings.usual()
                .withNamespace("gitops")
                .withControllers(EnumSet.allOf(Controller.class))
                .withAdditions(EnumSet.allOf(Addition.class));

        assertThat(InstallManifests.build(settings).resources())
                .filteredOn(object -> !object.kind().equals("CustomResourceDefinition"))
                .allSatisfy(object -> assertThat(object.toYaml()).doesNotContain("flux-system"));
        assertThat(names(settings)).contains("Namespace/gitops", "ClusterRoleBinding/cluster-reconciler-gitops");
    }

    @Test
    void flagsFollowTheSettings() {
        InstallSettings settings = InstallSettings.usual()
                .withFlags(new CommonFlags(false, "debug", "corp.example"))
                .withAdditions(Set.of(Addition.SHARDING));

        assertThat(arguments(settings, "source-controller"))
                .containsExactly(
                        "--events-addr=http://notification-controller.flux-system.svc.corp.example./",
                        "--watch-all-namespaces=false",
                        "--log-level=debug",
                        "--log-encoding=json",
                        "--enable-leader-election",
                        "--storage-path=/data",
                        "--storage-adv-addr=source-controller.$(RUNTIME_NAMESPACE).svc.corp.example.",
                        "--peer-security=audit",
                        "--watch-label-selector=!sharding.fluxcd.io/key");
        assertThat(arguments(settings, "source-controller-shard1"))
                .containsExactly(
                        "--events-addr=http://notification-controller.flux-system.svc.corp.example./",
                        "--watch-all-namespaces=false",
                        "--log-level=debug",
                        "--log-encoding=json",
                        "--enable-leader-election",
                        "--storage-path=/data",
                        "--storage-adv-addr=source-controller-shard1.$(RUNTIME_NAMESPACE).svc.corp.example.",
                        "--peer-security=audit",
                        "--watch-label-selector=sharding.fluxcd.io/key=shard1");
        assertThat(arguments(settings, "notification-controller"))
                .containsExactly(
                        "--watch-all-namespaces=false",
                        "--log-level=debug",
                        "--log-encoding=json",
                        "--enable-leader-election",
                        "--peer-security=audit");
    }

    @Test
    void nobodyPostsEventsWhereNobodyTakesThem() {
        InstallSettings settings =
                InstallSettings.usual().withControllers(EnumSet.of(Controller.SOURCE, Controller.KUSTOMIZE));

        assertThat(arguments(settings, "kustomize-controller")).contains("--events-addr=");
    }

    @Test
    void lockdownIsOneFlagOfEveryController() {
        InstallSettings settings = InstallSettings.usual()
                .withControllers(EnumSet.allOf(Controller.class))
                .withAdditions(Set.of(Addition.LOCKDOWN));

        assertThat(EnumSet.allOf(Controller.class))
                .allSatisfy(controller ->
                        assertThat(arguments(settings, controller.objectName())).contains("--profile=locked-down"));
    }

    @Test
    void controllersRecogniseEachOtherByTheTokensThatTheyMount() {
        InstallSettings settings = InstallSettings.usual()
                .withControllers(EnumSet.allOf(Controller.class))
                .withAdditions(EnumSet.allOf(Addition.class));

        assertThat(InstallManifests.build(settings).resources())
                .filteredOn(object -> object.kind().equals("Deployment"))
                .hasSize(10)
                .allSatisfy(deployment -> assertThat(deployment.toYaml())
                        .contains(
                                "- --peer-security=audit\n",
                                "- --peer-security=enforced\n",
                                "        - mountPath: /var/run/secrets/fluxj.io/peer\n          name: peer-token\n",
                                "              audience: peers.fluxj.io\n"));
    }

    @Test
    void imagesAndPlacementFollowTheSettings() {
        InstallSettings settings = InstallSettings.usual()
                .withImages(new Images("registry.example:5000/mirror", "v9.9.9", "pull"))
                .withTolerationKeys(List.of("dedicated"));

        assertThat(only(settings, "Deployment", "helm-controller").toYaml())
                .contains(
                        "image: registry.example:5000/mirror/helm-controller:v9.9.9",
                        "imagePullSecrets:\n      - name: pull\n",
                        "tolerations:\n      - key: dedicated\n        operator: Exists\n");
    }

    @Test
    void refusesWhatCannotBeANamespace() {
        assertThatThrownBy(() -> InstallSettings.usual().withNamespace("Flux\nkind: x"))
                .hasMessageContaining("cannot be the name of a namespace");
    }

    private static List<String> names(InstallSettings settings, String... without) {
        return InstallManifests.build(settings).resources().stream()
                .filter(object -> !List.of(without).contains(object.kind()))
                .map(object -> object.kind() + "/" + object.name())
                .toList();
    }

    private static BuiltResource only(InstallSettings settings, String kind, String name) {
        return InstallManifests.build(settings).resources().stream()
                .filter(object -> object.kind().equals(kind) && object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> arguments(InstallSettings settings, String deployment) {
        JsonNode object =
                JSON.valueToTree(only(settings, "Deployment", deployment).content());
        List<String> arguments = new ArrayList<>();
        object.at("/spec/template/spec/containers/0/args").forEach(argument -> arguments.add(argument.asText()));
        return arguments;
    }
}
