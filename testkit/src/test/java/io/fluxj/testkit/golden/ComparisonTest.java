package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.golden.Yaml;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    private final Comparison comparison = new Comparison(Rules.parse(Yaml.parse("""
            drop:
            - {field: "/status/conditions/*/lastTransitionTime", why: times differ}
            - {field: "/metadata/annotations/a.b~1c", why: of no interest}
            - {field: /object/spec, kind: Service, why: filled in by the server}
            text:
            - {pattern: "in [0-9]+s", becomes: in <duration>, why: times differ}
            - {pattern: "[0-9a-f]{8}", becomes: <hash>, everywhere: true, why: differs from run to run}
            wording:
            - {flux: "${name} is missing", ours: "${name} is missing, make it", why: says what to do}
            """)));

    @Test
    void comparesWholeTreesButWhatIsDropped() {
        String recorded = """
                metadata: {annotations: {a.b/c: 1, d: 2}, generation: 1}
                status: {conditions: [{type: Ready, lastTransitionTime: x}, {type: Healthy}]}
                """;
        assertThat(difference(recorded, recorded.replace("a.b/c: 1, ", "").replace(", lastTransitionTime: x", "")))
                .isEmpty();
        assertThat(difference(recorded, recorded.replace("generation: 1", "generation: 2")))
                .isEqualTo("""
                  metadata:
                    annotations:
                      d: 2
                -   generation: 1
                +   generation: 2
                  status:
                    conditions:
                    - type: Ready
                """);
    }

    @Test
    void dropsOfLiveObjectsWhatTheirKindSays() {
        assertThat(difference("object: {kind: Service, spec: {a: 1}}", "object: {kind: Service, spec: {a: 2}}"))
                .isEmpty();
        assertThat(difference("object: {kind: Job, spec: {a: 1}}", "object: {kind: Job, spec: {a: 2}}"))
                .isNotEmpty();
    }

    @Test
    void bringsMessagesToOneForm() {
        assertThat(difference("message: done in 3s", "message: done in 14s")).isEmpty();
        assertThat(difference("note: done in 3s", "note: done in 14s")).isNotEmpty();
        assertThat(difference("note: 0a1b2c3d", "note: 4e5f6a7b")).isEmpty();
    }

    @Test
    void takesOurWordsForTheirs() {
        assertThat(difference("message: x is missing", "message: 'x is missing, make it'"))
                .isEmpty();
        assertThat(difference("message: x is missing", "message: y is missing, make it"))
                .isEqualTo("""
                        - message: "x is missing, make it"
                        + message: "y is missing, make it"
                        """);
    }

    @Test
    void takesNothingForAnEmptyListOrMap() {
        assertThat(difference("{a: 1, b: [], c: {d: {}}, e: null}", "{a: 1}")).isEmpty();
    }

    @Test
    void comparesNothingWhereAnythingMayBe() {
        assertThat(difference("{a: '${ANY}', b: '${ANY}'}", "{a: x, b: {c: 1}}"))
                .isEmpty();
        assertThat(difference("{a: '${ANY}'}", "{}")).isNotEmpty();
    }

    @Test
    void seesMissingAndSurplusItems() {
        assertThat(difference("[a, b]", "[a]")).isEqualTo("  - a\n- - b\n");
        assertThat(difference("[a]", "[a, b]")).isEqualTo("  - a\n+ - b\n");
    }

    @Test
    void everyRuleSaysWhy() {
        assertThatThrownBy(() -> Rules.parse(Yaml.parse("drop: [{field: /status}]")))
                .hasMessageContaining("does not say why");
    }

    private String difference(String recorded, String seen) {
        return comparison.difference(Yaml.parse(recorded), Yaml.parse(seen));
    }
}
