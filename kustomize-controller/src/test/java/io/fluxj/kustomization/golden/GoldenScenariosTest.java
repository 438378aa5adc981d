package io.fluxj.kustomization.golden;

import io.fluxj.testkit.ClusterTests;
import io.fluxj.testkit.Clusters;
import io.fluxj.testkit.golden.Format;
import io.fluxj.testkit.golden.GoldenSuite;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Plays the recorded scenarios, a few at once on each server: their times are those of a machine that is not busy. */
final class GoldenScenariosTest {
    private static final Path SHIPPED = Path.of("src/test/resources/golden/kustomization");
    private static final int AT_ONCE = 4;

    @ClusterTests
    Stream<DynamicNode> behavesAsRecorded(Clusters clusters) throws Exception {
        return GoldenSuite.of(
                        SHIPPED, Format.committed("Kustomization"), Set.of("Kustomization"), Set.of("commit"), AT_ONCE)
                .tests(clusters, KustomizeStage::open);
    }
}
