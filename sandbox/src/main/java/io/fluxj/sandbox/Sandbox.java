package io.fluxj.sandbox;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A cluster, a Git server and the controllers in one process, with a live table of what they do. */
@Command(
        name = "fluxj sandbox",
        mixinStandardHelpOptions = true,
        description =
                "Runs a Git repository's manifests on a Kubernetes API in this process (or on your cluster) and shows what happens.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all is Ready (--once), or stopped by you",
            "1:not Ready in time, or stalled",
            "2:cannot start"
        })
public final class Sandbox implements Callable<Integer> {

    private static final int CANNOT_START = 2;
    private static final long REDRAW_SECONDS = 1;

    @Mixin
    private SandboxOptions options = new SandboxOptions();

    private final Screen screen = Screen.standard();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Sandbox() {}

    /** Runs the sandbox until it is stopped; with {@code --once} until all is Ready. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(command()).execute(arguments));
    }

    /** {@return the command with nothing parsed yet} */
    static Sandbox command() {
        return new Sandbox();
    }

    @Override
    public Integer call() throws Exception {
        try {
            return run();
        } catch (SandboxException e) {
            screen.say("✗ " + e.getMessage());
            return CANNOT_START;
        } finally {
            closed.countDown();
        }
    }

    private int run() throws Exception {
        SandboxLog.writeTo(options.home());
        step("starting "
                + (options.kubeconfig().isPresent()
                        ? "against " + options.kubeconfig().get()
                        : "the embedded Kubernetes API"));
        try (var cluster = SandboxCluster.open(options);
                var source = FleetSource.open(options);
                var client = cluster.newClient()) {
            var installation = new Installation(client);
            step("installing the custom resources");
            installation.prepare();
            step("starting source-controller and kustomize-controller");
            try (var _ = Controllers.start(cluster.newClient(), options.home());
                    var objects = new FluxObjects(client)) {
                installation.follow(source);
                step("following " + source.url() + " at branch " + source.branch() + ", path " + source.path());
                return options.once ? once(objects) : stay(objects, source, cluster);
            }
        }
    }

    private int once(FluxObjects objects) throws InterruptedException {
        var deadline = Instant.now().plus(options.timeout());
        while (true) {
            show(objects);
            switch (Verdict.of(objects.rows(), Installation.OBJECTS)) {
                case Verdict.Ready() -> {
                    screen.say("✔ all Ready %.1fs after start"
                            .formatted(sinceStart().toMillis() / 1000.0));
                    return 0;
                }
                case Verdict.Stalled(var reason) -> {
                    screen.say("✗ stalled until its spec changes:\n" + reason);
                    return 1;
                }
                case Verdict.Pending(var reason) -> {
                    if (Instant.now().isAfter(deadline)) {
                        screen.say("✗ not Ready after " + options.timeoutSeconds + "s:\n" + reason);
                        return 1;
                    }
                }
            }
            objects.awaitChange(REDRAW_SECONDS, TimeUnit.SECONDS);
        }
    }

    private int stay(FluxObjects objects, FleetSource source, SandboxCluster cluster) throws InterruptedException {
        NextSteps.lines(source, cluster.kubeconfig(), options.repository().isEmpty())
                .forEach(screen::say);
        screen.say("Stop with Ctrl-C.");
        var stopping = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndAwait(stopping)));
        while (stopping.getCount() > 0) {
            show(objects);
            objects.awaitChange(REDRAW_SECONDS, TimeUnit.SECONDS);
        }
        return 0;
    }

    private void stopAndAwait(CountDownLatch stopping) {
        stopping.countDown();
        try {
            closed.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(FluxObjects objects) {
        screen.show(StatusTable.lines(objects.rows(), screen.width()));
    }

    private void step(String what) {
        screen.say("► " + what);
    }

    private static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
