package io.fluxj.cli.look;

import io.fabric8.kubernetes.api.model.Pod;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code logs}: what the controllers logged, all replicas of them, a line each in place of their JSON. */
@Command(name = "logs", description = "Shows what Flux's controllers logged, readable.")
final class LogsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final LogFlags flags = new LogFlags();

    LogsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        flags.check();
        String namespace = flags.fluxNamespace == null ? session.installation() : flags.fluxNamespace;
        List<Pod> pods = new ControllerPods(session).in(namespace);
        if (pods.isEmpty()) {
            throw new CommandFailure("no Flux pods found in namespace \"%s\"".formatted(namespace));
        }
        LogPrinter printer = new LogPrinter(session.terminal(), flags.filter(session));
        PodLogs logs = new PodLogs(session, flags);
        return logs.print(pods, printer) ? 0 : CommandFailure.FAILED;
    }
}
