package io.fluxj.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.cli.CommandRun;
import io.fluxj.cli.OwnCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --profile=locked-down}: which objects a lockdown would change something for, before it is switched on. */
class ProfileCheckTest {
    private static final String FINE = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: fine, namespace: default}
            spec:
              interval: 1h
              prune: true
              serviceAccountName: deployer
              sourceRef: {kind: GitRepository, name: fleet, namespace: default}
              dependsOn: [{name: infra, namespace: kube-system}]
            ---
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Provider
            metadata: {name: chat, namespace: default}
            spec: {type: slack, address: "https://hooks.chat.example.com/services/x"}
            """;
    private static final String BROKEN = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps, namespace: default}
            spec: {interval: 1h, prune: true, sourceRef: {kind: GitRepository, name: fleet, namespace: flux-system}}
            ---
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: db, namespace: default}
            spec:
              interval: 1h
              serviceAccountName: deployer
              chart: {spec: {chart: db, sourceRef: {kind: HelmRepository, name: charts, namespace: infra}}}
            ---
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Provider
            metadata: {name: alertmanager, namespace: default}
            spec: {type: alertmanager, address: "http://alertmanager.monitoring.svc.cluster.local:9093/api/v2/alerts"}
            ---
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Alert
            metadata: {name: all, namespace: default}
            spec:
              providerRef: {name: chat}
              eventSources: [{kind: Kustomization, name: "*"}, {kind: HelmRelease, name: "*", namespace: infra}]
            """;

    @TempDir
    Path folder;

    @Test
    void namesTheObjectsAndTheFields() throws Exception {
        try (OwnCluster cluster = OwnCluster.start(folder)) {
            cluster.run("install");
            has(cluster, FINE);

            CommandRun before = cluster.run("check", "--profile=locked-down");
            assertThat(before.err()).endsWith("✔ the profile locked-down would change nothing\n");
            assertThat(before.code()).isZero();

            has(cluster, BROKEN);

            CommandRun after = cluster.run("check", "--profile=locked-down");
            assertThat(after.code()).isEqualTo(1);
            assertThat(after.err())
                    .contains(
                            "✗ Kustomization/default/apps: spec.serviceAccountName is not set: would act as the service account"
                                    + " default/default and no longer as the controller\n",
                            "✗ Kustomization/default/apps: spec.sourceRef refers to GitRepository 'fleet' of namespace"
                                    + " flux-system: would be refused\n",
                            "✗ HelmRelease/default/db: spec.chart.spec.sourceRef refers to HelmRepository 'charts' of"
                                    + " namespace infra: would be refused\n",
                            "✗ Provider/default/alertmanager: spec.address leads into the cluster or its network: events would"
                                    + " no longer be sent there\n",
                            "✗ Alert/default/all: spec.eventSources refers to HelmRelease '*' of namespace infra: would be"
                                    + " refused\n")
                    .doesNotContain("default/fine", "default/chat")
                    .endsWith("✗ the profile locked-down would change something for 4 objects\n");

            assertThat(cluster.run("check", "--profile=tight").err())
                    .contains("there is no profile 'tight' to check for: it is locked-down");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.1.2.3/hook",
                "http://127.0.0.1:9093",
                "http://[fd00::1]/x",
                "http://alertmanager/x",
                "https://bot.monitoring.svc/x",
                "nats://nats.queue.svc.cluster.local.:4222",
                "http://box.local"
            })
    void seesAddressesOfTheInside(String address) {
        assertThat(InnerAddress.isOne(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://hooks.example.com/x", "https://8.8.8.8/x", "https://[2606:4700::1111]/x", "", "no url"})
    void takesOthersForPublic(String address) {
        assertThat(InnerAddress.isOne(address)).isFalse();
    }

    private static void has(OwnCluster cluster, String yaml) {
        for (String document : yaml.split("---\n", -1)) {
            cluster.client()
                    .resource(Serialization.unmarshal(document, GenericKubernetesResource.class))
                    .create();
        }
    }
}
