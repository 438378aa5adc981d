package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** Values that the CRD lets through and nobody can act on: the field is named, and nothing is tried until it changes. */
final class InvalidSpecTest {

    private static final Map<String, String> FIELDS = Map.of(
            "interval", "interval: 9999999h",
            "retryinterval", "retryInterval: 99999999999999999999h",
            "timeout", "timeout: 2562048h",
            "account", "serviceAccountName: ../x",
            "dependency", "dependsOn: [{name: x/../../y}]",
            "variables", "postBuild: {substituteFrom: [{kind: Secret, name: ../../other/secrets/x}]}");
    private static final Map<String, String> NAMES = Map.of(
            "interval", "spec.interval: \"9999999h\"",
            "retryinterval", "spec.retryInterval: \"99999999999999999999h\"",
            "timeout", "spec.timeout: \"2562048h\"",
            "account", "spec.serviceAccountName \"../x\"",
            "dependency", "spec.dependsOn[0].name \"x/../../y\"",
            "variables", "spec.postBuild.substituteFrom[0].name \"../../other/secrets/x\"");

    @ClusterTest
    void stallsAndNamesTheField(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(Map.of("README.md", "nothing"));
            for (Map.Entry<String, String> field : FIELDS.entrySet()) {
                fixture.kustomization(field.getKey(), "path: ./, " + field.getValue());
            }
            for (Map.Entry<String, String> name : NAMES.entrySet()) {
                fixture.awaitCondition(name.getKey(), "Stalled", "True", "InvalidSpec");
                assertThat(fixture.condition(name.getKey(), "Ready")
                                .orElseThrow()
                                .message())
                        .startsWith(name.getValue());
            }
        }
    }

    @ClusterTest
    void goesOnWithTheLongestTimes(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster, "--interval-jitter-percentage=5")) {
            String revision = fixture.publish(Map.of("README.md", "nothing"));
            fixture.kustomization("app", "path: ./, interval: 2562047h, retryInterval: 2562047h, timeout: 2562047h");

            fixture.awaitApplied("app", revision);
        }
    }
}
