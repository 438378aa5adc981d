package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorStatus;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Kinds such as ArtifactGenerator, which have a finalizer of their own, no generation in their status, and are suspended by an annotation. */
class ExtensionKindTest {
    private static final String KIND = "ArtifactGenerator";

    private static Script<ArtifactGenerator, ArtifactGeneratorStatus> readyEvery(Duration interval) {
        return Scripts.generators(pass -> Outcome.ready(CommonReason.SUCCEEDED, "made", interval));
    }

    private static RunningController start(
            KubeCluster cluster, Script<ArtifactGenerator, ArtifactGeneratorStatus> script) throws Exception {
        return ScriptedController.of(environment -> KindController.of(environment, script))
                .start(cluster);
    }

    @ClusterTest
    void hasTheFinalizerOfItsGroupUntilItIsCleanedUp(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        try (RunningController _ = start(cluster, readyEvery(Duration.ofHours(1)))) {
            objects.generator("parts");
            objects.awaitReady(KIND, "parts", "True");

            assertThat(objects.get(KIND, "parts").at("/metadata/finalizers"))
                    .singleElement()
                    .extracting(finalizer -> finalizer.asText())
                    .isEqualTo("source.extensions.fluxcd.io/finalizer");

            objects.delete(KIND, "parts");
            Awaitility.await().until(() -> !objects.exists(KIND, "parts"));
        }
    }

    @ClusterTest
    void isNotWrittenAgainForAGenerationThatItsStatusCannotHold(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<ArtifactGenerator, ArtifactGeneratorStatus> script = readyEvery(Duration.ofMillis(20));
        try (RunningController _ = start(cluster, script)) {
            objects.generator("parts");
            objects.awaitReady(KIND, "parts", "True");
            String version =
                    objects.get(KIND, "parts").at("/metadata/resourceVersion").asText();
            int passes = script.passes();
            Awaitility.await().until(() -> script.passes() >= passes + 3);

            assertThat(objects.get(KIND, "parts")
                            .at("/metadata/resourceVersion")
                            .asText())
                    .isEqualTo(version);
        }
    }

    @ClusterTest
    void saysThatItIsSuspendedAndIsWokenWhenItIsNoMore(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<ArtifactGenerator, ArtifactGeneratorStatus> script = readyEvery(Duration.ofHours(1));
        script.onSuspension(pass -> pass.conditions().markTrue("Ready", CommonReason.SUSPENDED, "suspended"));
        try (RunningController _ = start(cluster, script)) {
            objects.generator("parts");
            objects.awaitReady(KIND, "parts", "True");
            int passes = script.passes();

            objects.patch(KIND, "parts", "{\"metadata\":{\"annotations\":{\"test/suspended\":\"\"}}}");
            objects.await(KIND, "parts", object -> object.at("/status/conditions/0/reason")
                    .asText()
                    .equals("Suspended"));
            assertThat(script.passes()).isEqualTo(passes);

            objects.patch(KIND, "parts", "{\"metadata\":{\"annotations\":{\"test/suspended\":null}}}");
            objects.await(KIND, "parts", object -> object.at("/status/conditions/0/reason")
                    .asText()
                    .equals("Succeeded"));
        }
    }
}
