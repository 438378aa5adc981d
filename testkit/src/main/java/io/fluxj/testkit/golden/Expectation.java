package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is seen after a step.
 *
 * @param objects by {@code Kind/name}, what was recorded of them, {@code absent: true} for those that are gone
 * @param live whole ones, each with its managers
 * @param quiet how long all stays as it is
 * @param revision that the source had; empty when there is none, or when the scenario does not tell
 */
record Expectation(
        Map<String, JsonNode> objects,
        List<ExpectedEvents> events,
        List<JsonNode> live,
        Duration quiet,
        String revision) {}
