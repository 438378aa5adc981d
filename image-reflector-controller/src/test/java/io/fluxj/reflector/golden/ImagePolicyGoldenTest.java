package io.fluxj.reflector.golden;

import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.testkit.ClusterTests;
import io.fluxj.testkit.Clusters;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.golden.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.io.TempDir;

/** Plays the recorded cases: scans, choices among tags, refusals, events. */
class ImagePolicyGoldenTest {
    private static final Path SHIPPED = Path.of("src/test/resources/golden/image-policy");
    private static final int AT_ONCE = 16;

    @TempDir
    Path work;

    @ClusterTests
    Stream<DynamicNode> doesWhatTheRealControllerWasSeenToDo(Clusters clusters) throws Exception {
        GoldenFolder golden = Recorded.readable(GoldenFolder.of(SHIPPED), work);
        Rules rules = Rules.read(SHIPPED.resolve("rules.yaml"));
        GoldenTests tests = new GoldenTests();
        for (KubeCluster cluster : clusters.all()) {
            ImageStage stage =
                    ImageStage.open(golden, cluster, work, "--watch-label-selector=!" + DigestReflectionTest.LABEL);
            ImagePlayer player = ImagePlayer.of(stage, golden, rules);
            List<Recording> all = new ArrayList<>(golden.items("repositories.yaml", "cases"));
            all.addAll(golden.items("policies.yaml", "cases"));
            all.addAll(golden.items("cases.yaml", "cases"));
            tests.add(cluster.target().displayName(), all, player, AT_ONCE, stage);
        }
        return tests.stream();
    }
}
