package io.fluxj.cli.look;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ContainerResource;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import io.fabric8.kubernetes.client.dsl.Loggable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.TailPrettyLoggable;
import io.fabric8.kubernetes.client.dsl.TimeTailPrettyLoggable;
import io.fluxj.cli.frame.Network;
import io.fluxj.cli.frame.Session;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads the logs of Pods: one after another, or all at once while they are followed. */
record PodLogs(Session session, LogFlags flags) {
    private static final String CONTAINER = "manager";

    /** Whether all logs could be read; of those that cannot the user is told. */
    boolean print(List<Pod> pods, LogPrinter printer) {
        if (!flags.follow) {
            return pods.stream().map(pod -> printed(pod, printer)).toList().stream()
                    .allMatch(Boolean::booleanValue);
        }
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> all = pods.stream()
                    .map(pod -> CompletableFuture.supplyAsync(() -> printed(pod, printer), each))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList().stream().allMatch(Boolean::booleanValue);
        }
    }

    private boolean printed(Pod pod, LogPrinter printer) {
        try {
            read(pod, printer);
            return true;
        } catch (IOException | KubernetesClientException e) {
            session.terminal()
                    .failure("failed getting logs of %s: %s"
                            .formatted(
                                    pod.getMetadata().getName(),
                                    Network.reason(e).orElseGet(() -> String.valueOf(e.getMessage()))));
            return false;
        }
    }

    private void read(Pod pod, LogPrinter printer) throws IOException {
        Loggable log = chosen(pod);
        if (!flags.follow) {
            try (InputStream whole = log.getLogInputStream()) {
                printer.print(whole);
            }
            return;
        }
        try (LogWatch watch = log.watchLog()) {
            printer.print(watch.getOutput());
        }
    }

    private Loggable chosen(Pod pod) {
        PodResource resource = session.client()
                .pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName());
        if (pod.getSpec().getContainers().size() > 1) {
            ContainerResource container = resource.inContainer(CONTAINER);
            return tail(since(container));
        }
        return tail(since(resource));
    }

    private TailPrettyLoggable since(TimeTailPrettyLoggable log) {
        if (flags.sinceTime != null) {
            return log.sinceTime(flags.sinceTime);
        }
        Duration since = flags.since;
        return since == null
                ? log
                : log.sinceSeconds((int) since.plusMillis(500).toSeconds());
    }

    private Loggable tail(TailPrettyLoggable log) {
        return flags.tail < 0 ? log : log.tailingLines(flags.tail);
    }
}
