package io.fluxj.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.testkit.FragileServer;
import io.fluxj.testkit.KubeTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests are enough, and not too much: each controller works as they have it, with the rights that they give it. */
class InstallAcceptanceTest {
    private static final List<String> APPLIERS = List.of("kustomize-controller", "helm-controller");

    /** The embedded API judges rights as the real one; one of the two forms is enough there. */
    static Stream<Arguments> installs() {
        return FragileServer.targets().stream().flatMap(target -> switch (target) {
            case EMBEDDED -> Stream.of(Arguments.of(target, InstallForm.BASES));
            case KUBE_APISERVER -> Stream.of(InstallForm.values()).map(form -> Arguments.of(target, form));
        });
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("installs")
    void everyControllerWorksAsItsAccount(KubeTarget target, InstallForm form) throws Exception {
        InstallObjects install = form.objects();
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/acceptance").toAbsolutePath()), form.name());
        try (FragileServer server = FragileServer.start(target);
                KubernetesClient client = server.client();
                Servers servers = Servers.start(folder)) {
            new Application(client).apply(install);
            assertNobodyMayMoreThanNeeded(client, install);
            if (target == KubeTarget.KUBE_APISERVER) {
                assertPodsAreRestricted(client, install);
            }
            try (RunningInstall running = RunningInstall.start(install, client, folder)) {
                new MainPath(client, servers)
                        .walk(running.whereabouts().reached("webhook-receiver.flux-system.svc.cluster.local"));

                for (PodProcess pod : running.pods()) {
                    assertThat(pod.refusals()).as(pod.name()).isEmpty();
                }
            }
        }
    }

    /** Those who only read and report cannot write Secrets or workloads, nor act as others; nor may anybody read Secrets by being allowed to see Flux's objects. */
    private static void assertNobodyMayMoreThanNeeded(KubernetesClient client, InstallObjects install) {
        List<String> accounts = install.deployments().stream()
                .map(deployment -> deployment.getSpec().getTemplate().getSpec().getServiceAccountName())
                .filter(account -> !APPLIERS.contains(account))
                .toList();
        assertThat(accounts).hasSize(5);
        for (String account : accounts) {
            assertThat(may(client, account, "list", "", "secrets")).as(account).isTrue();
            assertThat(may(client, account, "create", "", "secrets"))
                    .as(account)
                    .isFalse();
            assertThat(may(client, account, "create", "apps", "deployments"))
                    .as(account)
                    .isFalse();
            assertThat(may(client, account, "impersonate", "", "serviceaccounts"))
                    .as(account)
                    .isFalse();
            assertThat(may(client, account, "create", "rbac.authorization.k8s.io", "clusterrolebindings"))
                    .as(account)
                    .isFalse();
        }
    }

    private static boolean may(KubernetesClient client, String account, String verb, String group, String resource) {
        return client.authorization()
                .v1()
                .subjectAccessReview()
                .create(new SubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withUser("system:serviceaccount:" + InstallObjects.NAMESPACE + ":" + account)
                        .withGroups("system:serviceaccounts", "system:authenticated")
                        .withNewResourceAttributes()
                        .withVerb(verb)
                        .withGroup(group)
                        .withResource(resource)
                        .withNamespace("default")
                        .endResourceAttributes()
                        .endSpec()
                        .build())
                .getStatus()
                .getAllowed();
    }

    /** The real server's own admission judges Pods made of the templates. */
    private static void assertPodsAreRestricted(KubernetesClient client, InstallObjects install) {
        client.namespaces().withName(InstallObjects.NAMESPACE).edit(namespace -> {
            namespace.getMetadata().getLabels().put("pod-security.kubernetes.io/enforce", "restricted");
            return namespace;
        });
        List<Pod> pods = install.pods();
        for (Pod pod : pods) {
            // The accounts of hooks come and go with them.
            Pod ours = new PodBuilder(pod)
                    .editSpec()
                    .withServiceAccountName("source-controller")
                    .endSpec()
                    .build();
            assertThatCode(() -> client.resource(ours).dryRun(true).create())
                    .as(pod.getMetadata().getName())
                    .doesNotThrowAnyException();
        }
        Pod loose = new PodBuilder(pods.getFirst())
                .editSpec()
                .withHostNetwork(true)
                .endSpec()
                .build();
        assertThatThrownBy(() -> client.resource(loose).dryRun(true).create())
                .hasMessageContaining("violates PodSecurity");
    }
}
