package io.fluxj.runtime.options;

import picocli.CommandLine.Option;

/** {@code --kube-api-*}. Source: flags-endpoints §1. */
public final class ClientOptions {
    @Option(
            names = "--kube-api-qps",
            defaultValue = "50",
            paramLabel = "N",
            description = "Requests per second to the Kubernetes API, unless the API server limits by itself.")
    private float qps;

    @Option(names = "--kube-api-burst", defaultValue = "300", paramLabel = "N", description = "Requests in a burst.")
    private int burst;

    /** Requests per second. */
    public float qps() {
        return qps;
    }

    /** Requests in a burst. */
    public int burst() {
        return burst;
    }
}
