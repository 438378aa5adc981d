package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.ClusterTests;
import io.fluxj.testkit.Clusters;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import io.fluxj.testkit.golden.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the real controller was seen to check out, commit, push and say; on the embedded API, since the namespaces of the recordings may still be going on a
 * control plane that other tests used.
 */
class GitGoldenTest {
    private static final int AT_ONCE = 8;

    @TempDir
    Path work;

    @ClusterTests
    Stream<DynamicNode> doesWhatTheRealControllerWasSeenToDo(Clusters clusters) throws Exception {
        GoldenFolder golden = RecordedPolicies.readable(GoldenFolder.of(RecordedPolicies.SHIPPED), work);
        JsonNode document = Yaml.read(golden.file("git.yaml"));
        Rules rules = Rules.read(RecordedPolicies.SHIPPED.resolve("rules.yaml"));
        OpenPgpKey key = OpenPgpKey.generate("secret");
        GoldenTests tests = new GoldenTests();
        for (KubeCluster cluster : embedded(clusters)) {
            AutomationStage stage = AutomationStage.open(cluster, work, document.path("policies"));
            stage.secret("git-bad", Map.of("username", "u", "password", "mistaken"));
            stage.secret("git-good", Map.of("username", "u", "password", "p"));
            stage.secret("gpg-pass", Map.of("git.asc", key.secret(), "passphrase", "secret"));
            stage.secret("gpg-nopass", Map.of("git.asc", key.secret()));
            stage.secret("sshsign", Map.of("identity", "none"));
            tests.add(
                    cluster.target().displayName(),
                    golden.items("git.yaml", "cases"),
                    new GitPlayer(stage, rules),
                    AT_ONCE,
                    stage);
        }
        return tests.stream();
    }

    private static List<KubeCluster> embedded(Clusters clusters) {
        return clusters.all().stream()
                .filter(cluster -> cluster.target() == KubeTarget.EMBEDDED)
                .toList();
    }
}
