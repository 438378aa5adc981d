package io.fluxj.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code fluxj why}: from an object to the one whose fault it is, and the next command to try. */
final class WhyTest {
    private static final String APPS = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps}
            spec:
              interval: 10m
              prune: true
              path: ./apps
              sourceRef: {kind: GitRepository, name: fleet}
              dependsOn: [{name: infra}]
            status:
              conditions:
              - {type: Ready, status: "False", reason: DependencyNotReady, message: "dependency 'NS/infra' is not ready", lastTransitionTime: "SINCE"}
            """;
    private static final String INFRA = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: infra}
            spec: {interval: 10m, prune: true, sourceRef: {kind: GitRepository, name: infra}}
            status:
              conditions:
              - {type: Ready, status: "False", reason: ArtifactFailed, message: "Source is not ready, artifact not found", lastTransitionTime: "SINCE"}
            """;
    private static final String FLEET = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: fleet}
            spec: {interval: 1m, url: "https://git.example.com/fleet"}
            status:
              conditions:
              - {type: Ready, status: "True", reason: Succeeded, message: "stored artifact for revision 'main@sha1:1'", lastTransitionTime: "SINCE"}
            """;
    private static final String INFRA_SOURCE = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: infra}
            spec: {interval: 1m, url: "https://git.example.com/infra", secretRef: {name: infra-auth}}
            status:
              conditions:
              - {type: Ready, status: "False", reason: AuthenticationFailed, message: "secret 'NS/infra-auth' not found", lastTransitionTime: "SINCE"}
            """;

    private static void given(KubeCluster cluster, String... objects) {
        String since = Instant.now()
                .minus(3, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        new Fleet(cluster)
                .has(String.join("---\n", objects)
                        .replace("NS", cluster.namespace())
                        .replace("SINCE", since));
    }

    @ClusterTest
    void followsDependenciesAndSourcesToTheRootCause(KubeCluster cluster) {
        given(cluster, APPS, INFRA, FLEET, INFRA_SOURCE);

        CommandRun run = CommandRun.on(cluster, "why", "kustomization", "apps");

        assertThat(run.out().replaceAll(" +#", " #")).isEqualTo("""
                ✗ Kustomization/%1$s/apps is not ready: DependencyNotReady: dependency '%1$s/infra' is not ready (since 3d)
                └─ needs ✗ Kustomization/%1$s/infra is not ready: ArtifactFailed: Source is not ready, artifact not found (since 3d)
                   └─ needs ✗ GitRepository/%1$s/infra is not ready: AuthenticationFailed: secret '%1$s/infra-auth' not found (since 3d)

                Root cause: GitRepository/%1$s/infra is not ready: AuthenticationFailed: secret '%1$s/infra-auth' not found

                Try:
                  kubectl get secret infra-auth -n %1$s # is it there, with the keys that are needed?
                  fluxj reconcile source git infra -n %1$s # try again at once, when it is mended
                  fluxj events --for GitRepository/infra -n %1$s # what happened so far
                """.formatted(cluster.namespace()));
        assertThat(run.code()).isZero();
    }

    @ClusterTest
    void namesWhatDoesNotExist(KubeCluster cluster) {
        given(cluster, APPS, FLEET);

        assertThat(CommandRun.on(cluster, "why", "ks/apps").out())
                .contains("└─ needs ✗ Kustomization/%s/infra does not exist\n".formatted(cluster.namespace()))
                .contains("Root cause: Kustomization/%s/infra does not exist\n".formatted(cluster.namespace()))
                .contains("  fluxj get kustomization -A");
    }

    @ClusterTest
    void saysThatAllIsWell(KubeCluster cluster) {
        given(cluster, FLEET);

        assertThat(CommandRun.on(cluster, "why", "source", "git", "fleet"))
                .isEqualTo(new CommandRun(
                        0,
                        "✔ GitRepository/%s/fleet is ready: stored artifact for revision 'main@sha1:1'\n"
                                .formatted(cluster.namespace()),
                        ""));
    }

    @ClusterTest
    void tellsASuspensionAndAnAbsentController(KubeCluster cluster) {
        given(cluster, INFRA.replace("spec: {", "spec: {suspend: true, "));
        new Fleet(cluster).has("""
                apiVersion: image.toolkit.fluxcd.io/v1
                kind: ImageRepository
                metadata: {name: web}
                spec: {interval: 1m, image: example.com/web}
                """);

        assertThat(CommandRun.on(cluster, "why", "kustomization", "infra").out())
                .contains("is suspended: nothing is done for it until it is resumed\n")
                .contains("  fluxj resume kustomization infra -n " + cluster.namespace());
        assertThat(CommandRun.on(cluster, "why", "image", "repository", "web").out())
                .contains("is waiting for its controller, which has not looked at its present spec\n")
                .contains("  fluxj check ");
    }

    @ClusterTest
    void suggestsKindsAndNames(KubeCluster cluster) {
        given(cluster, FLEET);

        assertThat(CommandRun.on(cluster, "why", "gitrepo", "fleat").err())
                .isEqualTo("✗ GitRepository object 'fleat' not found in \"%s\" namespace; did you mean \"fleet\"?\n"
                        .formatted(cluster.namespace()));
        assertThat(CommandRun.on(cluster, "why", "kustomizaton", "x").err())
                .isEqualTo("✗ 'kustomizaton' is not a recognized Flux kind; did you mean \"kustomization\"?\n");
        assertThat(CommandRun.on(cluster, "why").err())
                .isEqualTo("✗ name a kind and an object, for example: kustomization apps\n");
    }
}
