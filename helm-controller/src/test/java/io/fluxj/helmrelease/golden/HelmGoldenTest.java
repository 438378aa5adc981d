package io.fluxj.helmrelease.golden;

import io.fluxj.testkit.ClusterTests;
import io.fluxj.testkit.Clusters;
import io.fluxj.testkit.KubeTarget;
import io.fluxj.testkit.golden.Format;
import io.fluxj.testkit.golden.GoldenSuite;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the recorded scenarios, on the embedded API: on a real one beside it, some Events of the source-controller come only in a later step than they were
 * recorded in. Those that run Helm's own program need {@code FLUXJ_CLIENTS}, a folder with it.
 */
final class HelmGoldenTest {
    private static final Path SHIPPED = Path.of("src/test/resources/golden/helmrelease");
    private static final int AT_ONCE = 6;

    @TempDir
    Path work = Path.of("");

    @ClusterTests
    Stream<DynamicNode> behavesAsRecorded(Clusters clusters) throws Exception {
        Set<String> specials = new HashSet<>(Set.of("note", "oci", "kubectl"));
        if (HelmProgram.isThere()) {
            specials.add("helm");
        }
        GoldenSuite suite = GoldenSuite.of(
                SHIPPED,
                Format.scripted(),
                Set.of("HelmRelease", "HelmChart", "HelmRepository", "OCIRepository"),
                specials,
                AT_ONCE);
        return suite.tests(embedded(clusters), cluster -> HelmStage.open(suite.folder(), cluster, work));
    }

    private static Clusters embedded(Clusters clusters) {
        return new Clusters(clusters.all().stream()
                .filter(cluster -> cluster.target() == KubeTarget.EMBEDDED)
                .toList());
    }
}
