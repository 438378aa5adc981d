package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Readiness of a Pod. */
final class PodRule {
    /** How long the scheduler may say that no node fits before that counts as a failure. */
    private static final Duration SCHEDULE_WINDOW = Duration.ofSeconds(15);

    private PodRule() {}

    static Health judge(JsonNode pod, Instant now) {
        String phase = ObjectFields.text(pod, "status.phase", "");
        return switch (phase) {
            case "Succeeded" -> Health.current("Pod has completed successfully");
            case "Failed" -> Health.current("Pod has completed, but not successfully");
            case "Running" -> running(pod);
            case "Pending" -> pending(pod, now);
            case "" -> Health.inProgress("PodNotObserved", "Pod phase not available");
            default -> throw new MalformedObject("unknown phase " + phase);
        };
    }

    private static Health running(JsonNode pod) {
        if (StatusCondition.isTrue(pod, "Ready")) {
            return Health.current("Pod is Ready");
        }
        String crashing = crashing(pod);
        return crashing.isEmpty()
                ? Health.inProgress("PodRunningNotReady", "Pod is running but is not Ready")
                : Health.failed("ContainerCrashLooping", "Containers in CrashLoop state: " + crashing);
    }

    private static String crashing(JsonNode pod) {
        JsonNode containers = ObjectFields.at(pod, "status.containerStatuses");
        return StreamSupport.stream(containers.spliterator(), false)
                .filter(container ->
                        ObjectFields.text(container, "state.waiting.reason", "").equals("CrashLoopBackOff"))
                .map(container -> container.path("name").asText())
                .collect(Collectors.joining(","));
    }

    private static Health pending(JsonNode pod, Instant now) {
        Optional<StatusCondition> scheduled = StatusCondition.find(pod, "PodScheduled");
        if (scheduled.isEmpty()
                || !scheduled.get().is("False")
                || !scheduled.get().reason().equals("Unschedulable")) {
            return Health.inProgress("PodPending", "Pod is in the Pending phase");
        }
        return age(scheduled.get(), now).compareTo(SCHEDULE_WINDOW) < 0
                ? Health.inProgress("PodNotScheduled", "Pod has not been scheduled")
                : Health.failed("PodUnschedulable", "Pod could not be scheduled");
    }

    private static Duration age(StatusCondition condition, Instant now) {
        try {
            return Duration.between(Instant.parse(condition.since()), now);
        } catch (DateTimeException e) {
            return SCHEDULE_WINDOW;
        }
    }
}
