package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.apply.Team;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import org.assertj.core.api.AbstractThrowableAssert;

/** Golden scenarios apply-*. */
class RefusalTest {
    private static final String GOOD = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            data: {k: "v"}
            ---
            """;

    private static final String NO_PORT = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: '{ns}'}
            spec: {selector: {app: web}, ports: [{port: 0}]}
            """;

    @ClusterTest
    void oneBadObjectBlocksItsWholeStage(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            refused(team, GOOD + NO_PORT)
                    .hasMessageStartingWith("Service/" + team.namespace
                            + "/web dry-run failed (Invalid): Service \"web\" is invalid: ");
            assertThat(team.cluster.get(team.configMap("a"))).isEmpty();
        }
    }

    /** The whole of the server's own words. */
    @ClusterTest(on = KubeTarget.KUBE_APISERVER)
    void passesOnAllThatTheServerSays(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            refused(team, GOOD + NO_PORT)
                    .hasMessage("Service/" + team.namespace
                            + "/web dry-run failed (Invalid): Service \"web\" is invalid: "
                            + "[spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive, "
                            + "spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive]");
        }
    }

    @ClusterTest
    void namesAKindThatIsNotServed(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            refused(team, GOOD + """
                    apiVersion: nope.test/v1
                    kind: Nope
                    metadata: {name: x, namespace: '{ns}'}
                    """)
                    .hasMessage("Nope/" + team.namespace
                            + "/x dry-run failed: no matches for kind \"Nope\" in version \"nope.test/v1\"");
        }
    }

    @ClusterTest
    void namesANamespaceThatDoesNotExist(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            refused(team, GOOD.replace("{ns}", "not-there"))
                    .hasMessage("ConfigMap/not-there/a not found: namespaces \"not-there\" not found");
        }
    }

    @ClusterTest
    void missesANamespaceThatIsNotGiven(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            refused(team, GOOD.replace(", namespace: '{ns}'", ""))
                    .hasMessage(
                            "ConfigMap/a namespace not specified: the server could not find the requested resource");
        }
    }

    /** The whole of the server's own words. */
    @ClusterTest(on = KubeTarget.KUBE_APISERVER)
    void passesOnWhatTheServerSaysOfAWrongType(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            refused(team, """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: web, namespace: '{ns}'}
                    spec: {selector: {app: web}, ports: [{port: eighty}]}
                    """)
                    .hasMessage(
                            "Service/{ns}/web dry-run failed: failed to create typed patch object ({ns}/web; /v1, Kind=Service): "
                                            .replace("{ns}", team.namespace)
                                    + ".spec.ports[port=\"eighty\",protocol=\"TCP\"].port: expected numeric (int or float), got string");
        }
    }

    @ClusterTest
    void neverQuotesTheValueOfASecret(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            refused(team, """
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: s, namespace: '{ns}'}
                    data: {password: {oops: hunter22}, other: "not base64: hunter22"}
                    """)
                    .satisfies(e ->
                            assertThat(e.getMessage()).startsWith("Secret/").doesNotContain("hunter22"));
        }
    }

    @ClusterTest
    void tellsWhatEarlierStagesHaveDone(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            assertThatThrownBy(() -> team.apply("""
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRole
                    metadata: {name: '{ns}-reader'}
                    rules: []
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: web, namespace: '{ns}'}
                    spec: {selector: {app: web}, ports: [{port: 0}]}
                    """)).isInstanceOfSatisfying(ApplyException.class, e -> assertThat(
                            e.applied().changedLines())
                    .isEqualTo("ClusterRole/" + team.namespace + "-reader created"));
        }
    }

    @ClusterTest
    void doesNotTakeAWriteWithoutAnAnswerForOneThatWasNotCarriedOut(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            team.requests.loseAnswers(line -> line.startsWith("PATCH") && !line.contains("dryRun"));

            refused(team, GOOD)
                    .hasMessageStartingWith("ConfigMap/" + team.namespace + "/a apply failed: ")
                    .isInstanceOfSatisfying(ApplyException.class, e -> {
                        assertThat(e.applied().changes()).isEmpty();
                        assertThat(e.inDoubt()).containsExactly(team.configMap("a"));
                    });
            assertThat(team.cluster.get(team.configMap("a"))).isPresent();
        }
    }

    @ClusterTest
    void isSureOfAWriteThatTheServerRefused(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            team.requests.meanwhile(line -> {
                if (line.startsWith("PATCH") && !line.contains("dryRun")) {
                    kube.client().namespaces().withName(team.namespace).delete();
                }
            });

            refused(team, GOOD).isInstanceOfSatisfying(ApplyException.class, e -> assertThat(e.inDoubt())
                    .isEmpty());
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Team team, String yaml) {
        return assertThatThrownBy(() -> team.apply(yaml)).isInstanceOf(ApplyException.class);
    }
}
