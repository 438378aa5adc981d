package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.automation.AutomationStage;
import io.fluxj.automation.OpenPgpKey;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.ClusterTests;
import io.fluxj.testkit.Clusters;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.golden.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.io.TempDir;

/** What the real controller was seen to check out, commit, push and say. */
class GitGoldenTest {
    private static final int AT_ONCE = 8;

    @TempDir
    Path work;

    @ClusterTests
    Stream<DynamicNode> doesWhatTheRealControllerWasSeenToDo(Clusters clusters) throws Exception {
        GoldenFolder golden = RecordedPolicies.readable(GoldenFolder.of(RecordedPolicies.SHIPPED), work);
        JsonNode policies = Yaml.read(golden.file("git.yaml")).path("policies");
        Rules rules = Rules.read(RecordedPolicies.SHIPPED.resolve("rules.yaml"));
        JsonNode ofEmptyRepository = Yaml.read(RecordedPolicies.SHIPPED.resolve("empty-repository.yaml"));
        OpenPgpKey key = OpenPgpKey.generate("secret");
        GoldenTests tests = new GoldenTests();
        for (KubeCluster cluster : clusters.all()) {
            Namespaces namespaces = namespaces(cluster, policies);
            AutomationStage stage = AutomationStage.open(cluster, work);
            RecordedPolicies.create(stage, namespaces, policies);
            secrets(stage, namespaces.of(policies.path("namespace").asText()), key);
            tests.add(
                    cluster.target().displayName(),
                    golden.items("git.yaml", "cases"),
                    new GitPlayer(stage, namespaces, rules, ofEmptyRepository),
                    AT_ONCE,
                    stage);
        }
        return tests.stream();
    }

    private static Namespaces namespaces(KubeCluster cluster, JsonNode policies) {
        List<String> recorded =
                new ArrayList<>(List.of(policies.path("namespace").asText(), "team-a"));
        policies.path("otherNamespaces").fieldNames().forEachRemaining(recorded::add);
        return Namespaces.of(cluster, recorded);
    }

    private static void secrets(AutomationStage stage, String namespace, OpenPgpKey key) {
        stage.secret(namespace, "git-bad", Map.of("username", "u", "password", "mistaken"));
        stage.secret(namespace, "git-good", Map.of("username", "u", "password", "p"));
        stage.secret(namespace, "gpg-pass", Map.of("git.asc", key.secret(), "passphrase", "secret"));
        stage.secret(namespace, "gpg-nopass", Map.of("git.asc", key.secret()));
        stage.secret(namespace, "sshsign", Map.of("identity", "none"));
    }
}
