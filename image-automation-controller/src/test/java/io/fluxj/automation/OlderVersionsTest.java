package io.fluxj.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Manifests of older versions, and what they have that Flux dropped. */
class OlderVersionsTest {
    private static final String UPDATED = Fleet.SPEC.replace(
            "set {{ range .Changed.Changes }}{{ .NewValue }}{{ end }}",
            "set {{ range .Updated.Images }}{{ . }}{{ end }}");

    @TempDir
    Path work;

    @ClusterTest
    void automationsOfOlderVersionsAreHandledAsTheNewest(KubeCluster cluster) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            for (String version : new String[] {"v1beta1", "v1beta2"}) {
                Fleet fleet = Fleet.begin(stage, "fleet-" + version);
                fleet.create("image.toolkit.fluxcd.io/" + version, "ImageUpdateAutomation", version, UPDATED);

                fleet.awaitPush(version);
                fleet.awaitReady(version, "True Succeeded repository up-to-date");
                assertThat(fleet.log("main")).containsExactly("set ghcr.io/acme/web:2.0.0", "Initial");
                fleet.awaitTold(
                        version,
                        "Warning DeprecatedTemplateField spec.git.commit.messageTemplate uses '.Updated',"
                                + " which Flux does not know any more; write '.Changed' instead");
            }
        }
    }
}
