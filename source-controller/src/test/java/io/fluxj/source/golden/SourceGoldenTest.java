package io.fluxj.source.golden;

import io.fluxj.testkit.ClusterTests;
import io.fluxj.testkit.Clusters;
import io.fluxj.testkit.golden.Format;
import io.fluxj.testkit.golden.GoldenSuite;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.io.TempDir;

/** Plays the recorded scenarios of the kinds that there are. */
class SourceGoldenTest {
    private static final Path SHIPPED = Path.of("src/test/resources/golden/source");
    private static final int AT_ONCE = 6;

    @TempDir
    Path work;

    @ClusterTests
    Stream<DynamicNode> doesWhatTheRealControllerWasSeenToDo(Clusters clusters) throws Exception {
        GoldenSuite suite = GoldenSuite.of(
                SHIPPED,
                Format.scripted(),
                Set.of("GitRepository", "OCIRepository", "HelmRepository", "HelmChart", "Bucket"),
                Set.of("note", "oci", "s3"),
                AT_ONCE);
        return suite.tests(clusters, cluster -> SourceStage.open(suite.folder(), cluster, work));
    }
}
