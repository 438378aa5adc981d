package io.fluxj.apply.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String COUNTED = """
            uid: u
            resourceVersion: "5"
            generation: 2
            labels: {a: b}
            annotations: {c: d}
            managedFields:
            - {manager: m, operation: Apply, time: "1", fieldsV1: {f:spec: {f:x: {}}}}
            - {manager: s, operation: Update, subresource: status, time: "1", fieldsV1: {f:status: {}}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {"uid: u", "generation: 2", "a: b", "c: d", "manager: m", "time: \"1\", fieldsV1: {f:spec", "f:x"
            })
    void changesWithWhatAnApplyCaresAbout(String part) {
        assertThat(hash(COUNTED.replace(part, part.replaceAll("(.)(\"?)(, .*)?$", "$19$2$3"))))
                .isNotEqualTo(hash(COUNTED));
    }

    @Test
    void doesNotChangeWithTheStatus() {
        assertThat(hash(COUNTED.replace("resourceVersion: \"5\"", "resourceVersion: \"6\"")
                        .replace("status, time: \"1\"", "status, time: \"2\"")
                        .replace("f:status: {}", "f:status: {f:phase: {}}")))
                .isEqualTo(hash(COUNTED));
    }

    @Test
    void doesNotChangeWithTheOrderOfFields() {
        assertThat(hash("{resourceVersion: '5', labels: {b: '1', a: '2'}, generation: 1}"))
                .isEqualTo(hash("{generation: 1, labels: {a: '2', b: '1'}, resourceVersion: '5'}"));
    }

    @Test
    void isTheVersionWhereGenerationsAreNotCounted() {
        assertThat(hash("{uid: u, resourceVersion: '5', labels: {a: b}}"))
                .isEqualTo(hash("{uid: u, resourceVersion: '5'}"))
                .isNotEqualTo(hash("{uid: u, resourceVersion: '6'}"));
    }

    @Test
    void isNoneWithoutAVersion() {
        assertThat(hash("{uid: u, generation: 1}")).isEqualTo(Hash.NONE);
    }

    private static Hash hash(String metadata) {
        return Fingerprint.of(Yaml.tree(metadata));
    }
}
