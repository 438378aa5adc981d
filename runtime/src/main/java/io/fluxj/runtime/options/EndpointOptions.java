package io.fluxj.runtime.options;

import picocli.CommandLine.Option;

/** {@code --metrics-addr}, {@code --health-addr}, {@code --events-addr}. Source: flags-endpoints §2, §3. */
public final class EndpointOptions {
    @Option(
            names = "--metrics-addr",
            defaultValue = "${env:METRICS_ADDR:-:8080}",
            paramLabel = "ADDR",
            description = "Where /metrics is served; 0 for nowhere.")
    private String metrics = "";

    @Option(
            names = "--health-addr",
            defaultValue = ":9440",
            paramLabel = "ADDR",
            description = "Where /healthz and /readyz are served; 0 for nowhere.")
    private String health = "";

    @Option(
            names = "--events-addr",
            defaultValue = "${env:EVENTS_ADDR:-}",
            paramLabel = "URL",
            description = "Where events are POSTed to; empty for nowhere.")
    private String events = "";

    /** Where {@code /metrics} is served. */
    public String metrics() {
        return metrics;
    }

    /** Where {@code /healthz} and {@code /readyz} are served. */
    public String health() {
        return health;
    }

    /** Where events are POSTed to; empty for nowhere. */
    public String events() {
        return events;
    }
}
