package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The two ways to judge a Job. */
final class JobRules {

    private JobRules() {}

    /** The library's rule: a Job that runs is current. */
    static Health started(JsonNode job) {
        return ended(job)
                .orElseGet(() -> ObjectFields.text(job, "status.startTime", "").isEmpty()
                        ? Health.inProgress("JobNotStarted", "Job not started")
                        : Health.current(progress(job)));
    }

    /** The rule of deployers: only a Job that has completed, or is suspended, is current. Nothing else is looked at. */
    static Health completed(JsonNode job) {
        if (ObjectFields.at(job, "spec.suspend").asBoolean(false)) {
            return Health.current("Job is suspended");
        }
        return ended(job)
                .orElseGet(() -> ObjectFields.text(job, "status.startTime", "").isEmpty()
                        ? Health.inProgress("JobNotStarted", "Job not started. active: 0/" + parallelism(job))
                        : Health.inProgress("JobInProgress", progress(job)));
    }

    private static Optional<Health> ended(JsonNode job) {
        long completions = ObjectFields.integer(job, "spec.completions", parallelism(job));
        for (StatusCondition condition : StatusCondition.of(job)) {
            if (condition.type().equals("Complete") && condition.is("True")) {
                return Optional.of(
                        Health.current("Job Completed. succeeded: " + count(job, "succeeded") + "/" + completions));
            }
            if (condition.type().equals("Failed") && condition.is("True")) {
                return Optional.of(
                        Health.failed("JobFailed", "Job Failed. failed: " + count(job, "failed") + "/" + completions));
            }
        }
        return Optional.empty();
    }

    private static String progress(JsonNode job) {
        return "Job in progress. success:" + count(job, "succeeded") + ", active: " + count(job, "active")
                + ", failed: " + count(job, "failed");
    }

    private static long parallelism(JsonNode job) {
        return ObjectFields.integer(job, "spec.parallelism", 1);
    }

    private static long count(JsonNode job, String which) {
        return ObjectFields.integer(job, "status." + which, 0);
    }
}
