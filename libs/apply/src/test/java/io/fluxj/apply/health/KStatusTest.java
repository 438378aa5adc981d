package io.fluxj.apply.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the rules' tables, in the order of the tables: what to expect is taken from there. */
class KStatusTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void judges(String title, JsonNode object, String status, String reason, String message) {
        HealthRules rules = title.startsWith("deployer: ") ? HealthRules.standard() : new HealthRules(Map.of());

        Health health = rules.judge(object, NOW);

        assertThat(health.status().word()).isEqualTo(status);
        assertThat(health.message()).isEqualTo(message);
        assertThat(health.reason()).isEqualTo(reason);
    }

    @Test
    void aRuleOfAKindWinsOverThatOfItsGroup() {
        HealthRules rules = HealthRules.standard()
                .with("*.demo.dev", (object, now) -> Health.failed("Group", "of the group"))
                .with("Widget.demo.dev", (object, now) -> Health.failed("Kind", "of the kind"));

        assertThat(rules.judge(Yaml.object("{apiVersion: demo.dev/v1, kind: Widget}"), NOW)
                        .reason())
                .isEqualTo("Kind");
        assertThat(rules.judge(Yaml.object("{apiVersion: demo.dev/v1, kind: Other}"), NOW)
                        .reason())
                .isEqualTo("Group");
        assertThat(rules.judge(Yaml.object("{apiVersion: else.dev/v1, kind: Other}"), NOW)
                        .status())
                .isEqualTo(Status.CURRENT);
    }

    static Stream<Arguments> rules() throws IOException {
        try (InputStream in = Objects.requireNonNull(KStatusTest.class.getResourceAsStream("kstatus.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.copyOf(Yaml.objects("", text)).stream().map(KStatusTest::row);
        }
    }

    private static Arguments row(JsonNode row) {
        return arguments(
                row.path("title").asText(),
                row.path("object"),
                row.path("status").asText(),
                row.path("reason").asText(""),
                row.path("message").asText());
    }
}
