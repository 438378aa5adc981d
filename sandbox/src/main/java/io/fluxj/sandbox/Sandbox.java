package io.fluxj.sandbox;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A cluster, a Git server and the controllers in one process, with a live table of what they do. */
@Command(
        name = "fluxj sandbox",
        mixinStandardHelpOptions = true,
        description =
                "Runs a Git repository's manifests on a Kubernetes API in this process (or on your cluster) and shows"
                        + " what happens.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all is Ready (--once), or stopped by you (without --once)",
            "1:not Ready in time, or stalled",
            "2:cannot start",
            "130:stopped by you (--once)"
        })
public final class Sandbox implements Callable<Integer> {

    private static final int CANNOT_START = 2;
    private static final int INTERRUPTED = 130;
    private static final long REDRAW_SECONDS = 1;

    @Mixin
    private SandboxOptions options = new SandboxOptions();

    private final Screen screen = Screen.standard();
    private final Shutdown ending = new Shutdown();

    private Sandbox() {}

    /** Runs the sandbox until it is stopped; with {@code --once} until all is Ready. */
    public static void main(String... arguments) {
        var sandbox = command();
        sandbox.ending.onInterrupt();
        System.exit(new CommandLine(sandbox).execute(arguments));
    }

    /** {@return the command with nothing parsed yet} */
    static Sandbox command() {
        return new Sandbox();
    }

    @Override
    public Integer call() throws Exception {
        int code = 1;
        ending.hasBegun();
        try (screen) {
            code = run();
        } catch (SandboxException e) {
            screen.say("✗ " + e.getMessage());
            code = CANNOT_START;
        } catch (IOException | UncheckedIOException e) {
            screen.say("✗ " + FileProblem.told(e));
            code = CANNOT_START;
        } finally {
            ending.hasEnded(code);
        }
        return code;
    }

    private int run() throws Exception {
        SandboxLog.writeTo(options.home());
        step("starting "
                + (options.kubeconfig().isPresent()
                        ? "against " + options.kubeconfig().get()
                        : "the embedded Kubernetes API"));
        var followed = options.followed();
        try (var cluster = SandboxCluster.open(options);
                var source = FleetSource.open(followed, options.home());
                var client = cluster.newClient()) {
            if (!options.takeOver) {
                Occupancy.of(client).requireFreeFor(source.identity());
            }
            if (!options.once) {
                followed.noteIn(options.home());
            }
            int code = work(cluster, source, client);
            screen.close();
            Remains.lines(options, cluster).forEach(screen::say);
            return code;
        }
    }

    private int work(SandboxCluster cluster, FleetSource source, KubernetesClient client) throws Exception {
        var installation = new Installation(client);
        step("installing the custom resources");
        installation.prepare();
        step("starting the controllers");
        var ports = SandboxPorts.in(options.home());
        try (var _ = Messages.listen(ports.messages(), screen::message);
                var _ = Controllers.start(cluster.newClient(), options.home(), ports);
                var objects = new FluxObjects(client)) {
            if (source.sample()) {
                installation.provideForSample(source, ports);
            }
            installation.follow(source);
            step("following " + source.url() + " at branch " + source.branch() + ", path " + source.path());
            return options.once ? once(objects) : stay(objects, source, cluster, ports);
        }
    }

    private int once(FluxObjects objects) throws InterruptedException {
        var deadline = Instant.now().plus(options.timeout());
        while (!ending.isAskedFor()) {
            screen.show(objects.rows());
            switch (Summary.of(objects.rows(), Installation.OBJECTS)) {
                case Summary.Ready() -> {
                    screen.close();
                    screen.say("✔ all Ready %.1fs after start"
                            .formatted(sinceStart().toMillis() / 1000.0));
                    return 0;
                }
                case Summary.Stalled(var reason) -> {
                    screen.close();
                    screen.say("✗ stalled until its spec changes:\n" + reason);
                    return 1;
                }
                case Summary.Pending(var reason) -> {
                    if (Instant.now().isAfter(deadline)) {
                        screen.close();
                        screen.say("✗ not Ready after " + options.timeoutSeconds + "s:\n" + reason);
                        return 1;
                    }
                }
            }
            objects.awaitChange(REDRAW_SECONDS, TimeUnit.SECONDS);
        }
        return INTERRUPTED;
    }

    private int stay(FluxObjects objects, FleetSource source, SandboxCluster cluster, SandboxPorts ports)
            throws InterruptedException {
        NextSteps.lines(source, cluster.kubeconfig(), ports.webhooks()).forEach(screen::note);
        if (options.kubeconfig().isPresent()) {
            screen.note("# to take it all out of the cluster again, while this runs:");
            screen.note(Remains.removal(cluster.kubeconfig()));
        }
        screen.note("# Stop with Ctrl-C.");
        while (!ending.isAskedFor()) {
            screen.show(objects.rows());
            objects.awaitChange(REDRAW_SECONDS, TimeUnit.SECONDS);
        }
        return 0;
    }

    private void step(String what) {
        screen.say("► " + what);
    }

    private static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
