package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the embedded cluster from one run of the sandbox to the next. */
final class SandboxClusterTest {

    private static final ConfigMap MARK = new ConfigMapBuilder()
            .withNewMetadata()
            .withName("mark")
            .withNamespace("default")
            .endMetadata()
            .build();

    @TempDir
    Path home;

    private final SandboxOptions options = new SandboxOptions();

    @BeforeEach
    void useOwnFolder() {
        options.directory = home;
    }

    @Test
    void goesOnWithTheClusterOfTheRunBefore() throws Exception {
        leaveMark();

        assertThat(isMarked()).isTrue();
    }

    @Test
    void beginsWithAnEmptyClusterWhenItIsToTellWhetherAllBecomesReady() throws Exception {
        leaveMark();
        options.once = true;

        assertThat(isMarked()).isFalse();
    }

    @Test
    void saysThatAnotherSandboxUsesTheFolder() throws Exception {
        try (var _ = SandboxCluster.open(options)) {
            assertThatThrownBy(() -> SandboxCluster.open(options))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("another server works on " + home.resolve("cluster"))
                    .hasMessageContaining("stop the other sandbox");
        }
    }

    @Test
    void keepsTheAddressThatShellsHaveInTheirKubeconfig() throws Exception {
        leaveMark();
        var before = Files.readString(home.resolve("kubeconfig"));
        isMarked();

        assertThat(address(Files.readString(home.resolve("kubeconfig")))).isEqualTo(address(before));
    }

    private static String address(String kubeconfig) {
        return kubeconfig
                .lines()
                .filter(line -> line.contains("server:"))
                .findFirst()
                .orElseThrow();
    }

    private void leaveMark() throws Exception {
        try (var cluster = SandboxCluster.open(options);
                var client = cluster.newClient()) {
            client.resource(MARK).create();
        }
    }

    private boolean isMarked() throws Exception {
        try (var cluster = SandboxCluster.open(options);
                var client = cluster.newClient()) {
            return client.resource(MARK).get() != null;
        }
    }
}
