package io.fluxj.helm.manifest;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manifest that runs at events instead of being part of the release.
 *
 * @param path of the template, with the charts that it is in
 * @param lastRun what came of it
 */
public record Hook(
        String name,
        String kind,
        String path,
        String manifest,
        List<HookEvent> events,
        Policies policies,
        LastRun lastRun) {

    public Hook {
        events = List.copyOf(events);
    }

    /**
     * How it runs.
     *
     * @param weight lower ones run first
     * @param delete when its object is deleted; Helm knows {@code before-hook-creation}, {@code hook-succeeded}, {@code hook-failed} and ignores others
     * @param outputLog when the log of its Pod is printed: {@code hook-succeeded}, {@code hook-failed}
     */
    public record Policies(int weight, List<String> delete, List<String> outputLog) {
        public Policies {
            delete = List.copyOf(delete);
            outputLog = List.copyOf(outputLog);
        }
    }

    /**
     * The last run.
     *
     * @param phase empty, {@code Unknown}, {@code Running}, {@code Succeeded} or {@code Failed}
     */
    public record LastRun(
            @Nullable OffsetDateTime startedAt, @Nullable OffsetDateTime completedAt, String phase) {
        public static final LastRun NONE = new LastRun(null, null, "");
    }

    public boolean runsAt(HookEvent event) {
        return events.contains(event);
    }

    public Hook withLastRun(LastRun run) {
        return new Hook(name, kind, path, manifest, events, policies, run);
    }

    public Hook withDeletePolicies(List<String> others) {
        Policies changed = new Policies(policies.weight(), others, policies.outputLog());
        return new Hook(name, kind, path, manifest, events, changed, lastRun);
    }
}
