package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.golden.ExpectedEvents.Channel;
import io.fluxj.testkit.golden.ExpectedEvents.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FormatTest {
    private static final String SCRIPTED = """
            id: git-x
            namespace: git-x
            steps:
            - name: create
              script: new repo
              oci: [{repo: a, tag: "1"}]
              apply: [{apiVersion: v1, kind: Secret, metadata: {name: s}}]
              kubectl: kubectl version
              patch: [{object: GitRepository/repo, merge: {spec: {suspend: true}}}]
              note: the file is damaged
              delete: [GitRepository/old]
              trigger: GitRepository/repo
              pause: 1.5
              wait: 'GitRepository/repo: settled(o)'
              expect:
                GitRepository/repo: {metadata: {generation: 2}}
                GitRepository/old: {absent: true}
                events: [{object: GitRepository/repo, type: Normal, reason: R, message: m}]
                posted: [{object: GitRepository/repo, severity: info, reason: R, message: m}]
            - name: unseen
              script: push
            """;
    private static final String COMMITTED = """
            id: x
            namespace: g-x
            steps:
            - do:
                say: first
                apply: [{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, __manager: kubectl}]
                commit: {a.yaml: "a: 1", b.yaml: null}
                kustomizations: [{kind: Kustomization, metadata: {name: app}}]
                patch: [[kustomization, app, {spec: {suspend: true}}]]
                kubectl: [[-n, "{ns}", delete, cm, a], [-n, "{ns}", scale, deploy, web, --replicas=3]]
                poke: t1
                sleep: 3
              expect:
                revision: main@sha1:1
                kustomizations: {app: {generation: 1, finalizers: [f], status: {observedGeneration: 1}}, gone: null}
                events: [{name: app, severity: info, reason: R, message: one}]
                objects: [{object: {kind: ConfigMap}, managers: [m/Apply]}]
            - do: {say: second}
              expect:
                events: [{name: app, severity: info, reason: R, message: two}]
            kubernetesEvents: [{name: app, type: Normal, reason: R, message: one}]
            """;

    @Test
    void aScriptedStepDoesThingsInTheirOrder() {
        List<Action> actions = scripted().steps().getFirst().actions();

        assertThat(actions)
                .containsExactly(
                        new Action.Script("new repo"),
                        new Action.Special("oci", Yaml.parse("[{repo: a, tag: '1'}]")),
                        new Action.Apply(Yaml.parse("{apiVersion: v1, kind: Secret, metadata: {name: s}}"), "golden"),
                        new Action.Special("kubectl", Yaml.parse("kubectl version")),
                        new Action.Patch(
                                "GitRepository/repo", Action.Form.MERGE, "{\"spec\":{\"suspend\":true}}", "golden"),
                        new Action.Special("note", Yaml.parse("the file is damaged")),
                        new Action.Delete("GitRepository/old", false),
                        new Action.Trigger("GitRepository/repo", "t1"));
    }

    @Test
    void aScriptedStepExpectsObjectsAndTheEventsOfTheStep() {
        Expectation expectation = scripted().steps().getFirst().expectation().orElseThrow();

        assertThat(expectation.objects())
                .containsEntry("GitRepository/repo", Yaml.parse("metadata: {generation: 2}"))
                .containsEntry("GitRepository/old", Yaml.parse("absent: true"))
                .hasSize(2);
        assertThat(expectation.quiet()).isEqualTo(Duration.ofMillis(1500));
        assertThat(expectation.events())
                .extracting(ExpectedEvents::channel)
                .containsExactly(Channel.KUBERNETES, Channel.POSTED);
        assertThat(expectation.events()).extracting(ExpectedEvents::span).containsOnly(Span.STEP);
        assertThat(scripted().steps().getLast().expectation()).isEmpty();
    }

    @Test
    void aScenarioTellsWhatItNeeds() {
        assertThat(scripted().specials()).containsExactly("kubectl", "note", "oci");
        assertThat(scripted().expectedKinds()).containsExactly("GitRepository");
        assertThat(scripted().scripts()).containsExactly("new repo", "push", "kubectl version");
        assertThat(committed().specials()).containsExactly("commit");
    }

    @Test
    void aCommittedStepDoesThingsInTheirOrder() {
        assertThat(committed().steps().getFirst().actions())
                .containsExactly(
                        new Action.Apply(
                                Yaml.parse("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"), "kubectl"),
                        new Action.Special("commit", Yaml.parse("{a.yaml: 'a: 1', b.yaml: null}")),
                        new Action.Apply(Yaml.parse("{kind: Kustomization, metadata: {name: app}}"), "scenario"),
                        new Action.Patch(
                                "kustomization/app", Action.Form.MERGE, "{\"spec\":{\"suspend\":true}}", "scenario"),
                        new Action.Delete("cm/a", true),
                        new Action.Scale("deploy/web", 3),
                        new Action.Trigger("Kustomization/app", "t1"));
    }

    @Test
    void aCommittedStepExpectsAllEventsSoFarAndAtTheEndThoseOfTheApi() {
        Expectation first = committed().steps().getFirst().expectation().orElseThrow();
        Expectation second = committed().steps().getLast().expectation().orElseThrow();

        assertThat(first.objects())
                .containsEntry(
                        "Kustomization/app",
                        Yaml.parse("{metadata: {generation: 1, finalizers: [f]}, status: {observedGeneration: 1}}"))
                .containsEntry("Kustomization/gone", Yaml.parse("absent: true"));
        assertThat(first.quiet()).isEqualTo(Duration.ofSeconds(3));
        assertThat(first.revision()).isEqualTo("main@sha1:1");
        assertThat(first.live()).hasSize(1);
        assertThat(messages(first)).containsExactly(List.of("one"));
        assertThat(messages(second)).containsExactly(List.of("one", "two"), List.of("one"));
        assertThat(second.events().getLast().channel()).isEqualTo(Channel.KUBERNETES);
    }

    @Test
    void eitherRefusesTheOther() {
        Recording scripted = new Recording("a", Path.of("x.yaml"), Yaml.parse(SCRIPTED));
        Recording committed = new Recording("b", Path.of("x.yaml"), Yaml.parse(COMMITTED));
        assertThatThrownBy(() -> Format.scripted().read(committed)).hasMessageContaining("b is no scenario");
        assertThatThrownBy(() -> Format.committed("Kustomization").read(scripted))
                .hasMessageContaining("a is no scenario");
    }

    @Test
    void rulesSkipByWhatIsInAScenario() {
        Rules rules = Rules.parse(Yaml.parse("""
                skip:
                - {kind: Secret, field: /metadata/namespace, why: never here}
                - {kind: Secret, field: /metadata/name, and: [{field: /metadata/uid}], why: not both}
                - {kind: Secret, field: /metadata/*, matches: x, why: no such value}
                - {kind: Secret, field: /metadata/name, matches: s, why: a secret named s}
                """));

        assertThat(rules.whySkipped(scripted())).contains("a secret named s");
        assertThat(rules.whySkipped(committed())).isEmpty();
    }

    @Test
    void rulesMayBeAboutSomeScenariosOnly() {
        Rules rules = Rules.parse(Yaml.parse("""
                text:
                - {pattern: a, becomes: b, in: {kind: Secret, field: /metadata/name}, why: of Secrets}
                - {pattern: c, becomes: d, scripts: "^new ", why: of scripts}
                drop:
                - {field: /x, in: {kind: Other, field: /x}, why: of others}
                """));
        JsonNode node = Yaml.parse("{message: a c, x: 1}");

        assertThat(rules.in(scripted()).comparable(node)).isEqualTo(Yaml.parse("{message: b d, x: 1}"));
        assertThat(rules.in(committed()).comparable(node)).isEqualTo(node);
    }

    private static List<List<String>> messages(Expectation expectation) {
        return expectation.events().stream()
                .map(expected -> expected.events().stream()
                        .map((JsonNode event) -> event.path("message").asText())
                        .toList())
                .toList();
    }

    private static Scenario scripted() {
        return Format.scripted().read(new Recording("git-x", Path.of("x.yaml"), Yaml.parse(SCRIPTED)));
    }

    private static Scenario committed() {
        return Format.committed("Kustomization").read(new Recording("x", Path.of("x.yaml"), Yaml.parse(COMMITTED)));
    }
}
