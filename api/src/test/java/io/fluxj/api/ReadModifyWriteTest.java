package io.fluxj.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.kustomize.v1.DeletionPolicy;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadModifyWriteTest {
    private final KubernetesSerialization serialization = new KubernetesSerialization();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void keepsFieldsThatNobodyDeclared() throws JsonProcessingException {
        Kustomization read = read("""
            {"interval": "5m", "prune": true, "fromTheFuture": {"a": [1, null]},
             "sourceRef": {"kind": "GitRepository", "name": "apps", "alsoNew": true}}
            """);

        read.setSpec(read.getSpec().withPath("./apps"));

        assertThat(specOf(read)).isEqualTo(json.readTree("""
            {"interval": "5m", "prune": true, "fromTheFuture": {"a": [1, null]}, "path": "./apps",
             "sourceRef": {"kind": "GitRepository", "name": "apps", "alsoNew": true}}
            """));
    }

    @Test
    void tellsWhichFieldsNobodyDeclared() {
        Kustomization read = read("""
            {"interval": "5m", "prune": true, "validation": "client",
             "sourceRef": {"kind": "GitRepository", "name": "apps"},
             "patches": [{"patch": "a"}, {"patch": "b", "options": {}}]}
            """);

        assertThat(UndeclaredFields.of("spec", read.getSpec()))
                .containsExactlyInAnyOrder("spec.validation", "spec.patches[1].options");
    }

    @Test
    void keepsChoicesThatNobodyDeclared() throws JsonProcessingException {
        String spec = """
            {"interval": "5m", "prune": true, "deletionPolicy": "HandOver", "buildMetadata": ["allAnnotations"],
             "sourceRef": {"kind": "ChartMuseum", "name": "apps"}}
            """;
        Kustomization read = read(spec);

        assertThat(read.getSpec().deletionPolicy()).isNotNull().satisfies(policy -> {
            assertThat(policy.known()).isEmpty();
            assertThat(policy.is(DeletionPolicy.DELETE)).isFalse();
        });
        assertThat(specOf(read)).isEqualTo(json.readTree(spec));
    }

    @Test
    void tellsAbsentFieldsFromEmptyOnes() throws JsonProcessingException {
        String spec = """
            {"interval": "90s", "prune": false, "dependsOn": [], "commonMetadata": {"labels": {}},
             "sourceRef": {"kind": "GitRepository", "name": "apps"}}
            """;
        Kustomization read = read(spec);

        assertThat(read.getSpec().dependsOn()).isEmpty();
        assertThat(read.getSpec().patches()).isEmpty();
        assertThat(specOf(read)).isEqualTo(json.readTree(spec));
        assertThat(specOf(withSpec(read.getSpec().with().build()))).isEqualTo(json.readTree(spec));
    }

    @Test
    void writesTimesInWholeSecondsOfUtc() {
        var condition = Condition.builder()
                .type("Ready")
                .status(Choice.of(ConditionStatus.TRUE))
                .reason("Succeeded")
                .message("")
                .lastTransitionTime(Instant.parse("2026-01-31T12:00:00.987Z"))
                .build();

        String written = serialization.asJson(
                KustomizationStatus.builder().conditions(List.of(condition)).build());

        assertThat(written)
                .isEqualTo("{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\",\"lastTransitionTime\":"
                        + "\"2026-01-31T12:00:00Z\",\"reason\":\"Succeeded\",\"message\":\"\"}]}");
    }

    private Kustomization read(String spec) {
        return serialization.unmarshal("""
            {"apiVersion": "kustomize.toolkit.fluxcd.io/v1", "kind": "Kustomization", "metadata": {"name": "apps"},
             "spec": %s}""".formatted(spec), Kustomization.class);
    }

    private static Kustomization withSpec(KustomizationSpec spec) {
        var kustomization = new Kustomization();
        kustomization.setSpec(spec);
        return kustomization;
    }

    private JsonNode specOf(Kustomization kustomization) throws JsonProcessingException {
        return json.readTree(serialization.asJson(kustomization)).get("spec");
    }
}
